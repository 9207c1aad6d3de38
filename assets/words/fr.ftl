# Les mots de l’interface, français.

## Fichiers

file-unknown-notation = Ce fichier n’est ni .ron ni .json. Choisissez un nom qui se termine par l’un des deux : { $path }
file-not-found = Ce fichier n’existe pas. Vérifiez le nom : { $path }
file-exists = Un fichier porte déjà ce nom ; il n’a pas été touché. Choisissez un autre nom : { $path }
file-is-folder = C’est un dossier. Indiquez un fichier .ron ou .json : { $path }
file-too-large = Ce fichier est plus gros qu’aucun chartrier. Vérifiez le nom : { $path }
file-changed-meanwhile = Ce fichier a été modifié ailleurs depuis son ouverture, et vos modifications n’y sont pas. Enregistrez-les sous un autre nom, ou remplacez ce qui a été écrit entre-temps : { $path }
file-read = Lecture impossible : { $error }. Vérifiez que vous avez le droit de lire ce fichier : { $path }
file-write = Écriture impossible : { $error }. Rien n’est perdu : ce qui existait est intact. Enregistrez ailleurs ou sous un autre nom : { $path }
made-collection = Écrit : { $path }

system-permission = accès refusé
system-not-found = introuvable
system-full = le disque est plein
system-read-only = le disque est en lecture seule
system-not-a-folder = une partie du chemin n’est pas un dossier

unreadable-empty = Ce fichier est vide. Créez un chartrier avec « chartrier new », ou ouvrez un autre fichier.
unreadable-not-text = Ce fichier n’est pas du texte UTF-8. Ouvrez un chartrier .ron ou .json.
unreadable-too-deep = Ce fichier est imbriqué plus profondément qu’aucun chartrier. Ouvrez un chartrier .ron ou .json.
unreadable-end = Ce fichier s’arrête au milieu. Reprenez-le d’une sauvegarde, ou complétez-le.
unreadable-too-new = Ce fichier est au format { $value }, qu’écrit une version plus récente de Chartrier. Installez cette version ; le fichier n’a pas été touché.
unreadable-missing-key = Il manque « { $value } ». Ajoutez-le.
unreadable-unknown-key = « { $value } » n’est pas connu ici. { $known ->
    [0] Retirez-le.
   *[other] Sont connus : { $expected }.
}
unreadable-other = Ce fichier n’est pas un chartrier valide. Corrigez-le à cet endroit ; détail technique : { $value }.
unreadable-at-path = Dans { $path }

## Export

export-unknown-platform = Aucune plateforme n’a l’identifiant « { $id } ». Les identifiants figurent dans le fichier et dans la fenêtre.
export-unknown-language = Aucune des plateformes choisies n’a la langue « { $language } ».
export-write = Écriture impossible : { $error }. Vérifiez le dossier : { $path }
export-render = { $format } : { $reason }
render-template = { $line ->
    [0] Le gabarit { $name } ne convient pas. Corrigez-le, puis exportez à nouveau : { $message }
   *[other] Le gabarit { $name } ne convient pas, ligne { $line }. Corrigez-le, puis exportez à nouveau : { $message }
}
render-endless = { $line ->
    [0] Le gabarit { $name } ne se termine pas, ou produit beaucoup trop. Raccourcissez ses boucles, puis exportez à nouveau.
   *[other] Le gabarit { $name } ne se termine pas, ou produit beaucoup trop : il en était à la ligne { $line }. Raccourcissez ses boucles, puis exportez à nouveau.
}
render-layout = La mise en page intégrée échoue sur cette charte, par une faute du programme. Exportez les autres formats, et signalez-le : { $message }
render-letters = { $placed ->
    [0] Aucune police du programme n’a ces caractères ; écrivez-en d’autres : { $letters }
   *[other] Aucune police du programme n’a ces caractères. Écrivez-en d’autres, d’abord dans { $place } : { $letters }
}
render-logo = Le logo { $name } est abîmé, ou compte plus de 16 millions de pixels. Choisissez une autre image, ou enregistrez-la à nouveau.
render-timed-out = { $name } n’avait pas fini au bout de { $seconds } secondes, et a été arrêté. Cherchez-y une boucle sans fin.
render-stopped = { $name } demande trop de mémoire pour être mis en page, et a été arrêté. Cherchez-y une liste ou une image qui devient trop grande.
design-no-folder = Le fichier « { $name } » se trouve à côté du chartrier, qui n’est pas encore enregistré. Enregistrez-le d’abord.
design-read = Un fichier de présentation ne peut pas être lu : { $error }. Remettez-le à sa place, ou changez la présentation : { $path }
design-outside = Ce lien mène hors du dossier du chartrier. Placez le fichier lui-même à côté du chartrier : { $path }
design-not-a-file = Ce n’est pas un fichier. Changez la présentation : { $path }
design-too-large = Ce fichier de présentation est trop grand ({ $most } Mo au plus). Réduisez-le : { $path }
design-not-text = Ce gabarit n’est pas du texte en UTF-8. Enregistrez-le en UTF-8 : { $path }
design-not-a-picture = Ce logo n’est ni PNG, ni JPEG, ni SVG. Choisissez une autre image : { $path }
design-not-beside = Ce chemin ne mène pas à un fichier à côté du chartrier. Donnez un chemin complet, ou un chemin depuis le dossier du chartrier : { $path }
design-taken = Un autre fichier de ce nom se trouve déjà à côté du chartrier. Renommez l’un des deux : { $path }
design-copy = Le fichier n’a pas pu être copié à côté du chartrier : { $error } : { $path }
diff-progress = Comparaison : { $done } sur { $of }
diff-new = nouvelle
diff-gone = retirée
diff-model = Charte modèle { $name } ({ $id })
diff-platform = Plateforme { $name } ({ $id })
diff-follows = suit { $name }
diff-inherited = { $count ->
    [one] Une plateforme montre ce qui a changé dans les modèles.
   *[other] { $count } plateformes montrent ce qui a changé dans les modèles.
}
merge-conflicts = { $count ->
    [one] Une chose a changé des deux côtés. La nôtre reste en place ; décidez dans la fenêtre : { $path }
   *[other] { $count } choses ont changé des deux côtés. Les nôtres restent en place ; décidez dans la fenêtre : { $path }
}
merge-kept = { $count ->
    [one] Une chose retirée de notre côté a changé de l’autre. Elle reste, telle que l’autre l’a changée ; décidez dans la fenêtre : { $path }
   *[other] { $count } choses retirées de notre côté ont changé de l’autre. Elles restent, telles que l’autre les a changées ; décidez dans la fenêtre : { $path }
}
merge-lost = { $name }{ $others ->
    [0] {""}
    [one] {" "}(et une autre charte)
   *[other] {" "}(et { $others } autres chartes)
} : un côté a retiré ce dont l’autre se sert. { $finding }
merge-fact-gone = Un côté a retiré la caractéristique « { $fact } », dont le chartrier se sert encore. Remettez-la, ou ôtez ce qui en dépend.
merge-whole = tout le chartrier
export-conflicts = { $count ->
    [one] Attention : une différence entre deux versions fusionnées n’est pas tranchée ; ce qui est exporté montre ce qui est en place.
   *[other] Attention : { $count } différences entre deux versions fusionnées ne sont pas tranchées ; ce qui est exporté montre ce qui est en place.
}
export-failed = Non exportée : { $target } : { $reason }
export-more-failures = { $count ->
    [one] 1 autre échec n’est pas nommé ici.
   *[other] { $count } autres échecs ne sont pas nommés ici.
}
export-not-exported = Échec de l’export : { $targets }
export-done = { $files ->
    [0] Aucun fichier
    [one] Un fichier
   *[other] { $files } fichiers
}, { $written ->
    [0] rien de nouveau à écrire
    [one] dont un nouveau ou changé
   *[other] dont { $written } nouveaux ou changés
}, { $failed ->
    [0] aucun échec
    [one] un échec
   *[other] { $failed } échecs
} : { $path }
export-progress = Export : { $done } sur { $of }
export-leftover = N’a plus de charte (--clean le retire) : { $path }
export-removed = Retiré : { $path }
export-changed = Modifié à la main, laissé en place : { $path }
export-not-removed = Impossible à retirer : { $error } : { $path }
no-display = Aucun écran où ouvrir la fenêtre. Les chartes s’exportent sans elle : chartrier export CHARTRIER --out DOSSIER
no-renderer = La fenêtre n’a pas pu s’ouvrir : { $error }. Les chartes s’exportent sans elle : chartrier export CHARTRIER --out DOSSIER

## Constats

problem-cycle = Ces modèles se suivent en rond : { $value }. Faites suivre autre chose à l’un d’eux.
problem-unknown-model = La charte suit le modèle « { $value } », absent de ce chartrier. Choisissez un autre modèle.
problem-unknown-field = Rien ne définit le champ « { $value } ». Corrigez son nom, ou définissez-le.
problem-unset-field = Le champ « { $value } » n’a pas de valeur sur cette plateforme. Indiquez-la dans les propriétés de la plateforme.
problem-gone = Cette adaptation porte sur un élément que le modèle n’a plus. Revenez au modèle, ou ajoutez l’élément ici.
problem-taken = Le modèle a un élément de même identifiant. Donnez un autre identifiant à l’un des deux.
problem-untranslated = Pas de texte en { $wanted } : celui en { $instead } le remplace.

element-title = titre
element-section = section { $path }
element-heading = intertitre : { $path }
element-body = texte : { $path }
element-column = colonne { $path }
element-row = ligne { $path }
element-cell = cellule { $path }

## Menus et commandes

menu-file = Fichier
menu-edit = Édition
menu-view = Affichage
menu-charter = Charte
menu-help = Aide
menu-section = Section
menu-text = Texte
menu-table = Tableau
command-new = Nouveau chartrier…
command-new-hint = Commence un autre chartrier, avec un modèle prêt ou vide.
command-open = Ouvrir…
command-open-hint = Ouvre un fichier .ron ou .json.
command-start = Accueil
command-start-hint = Montre les fichiers récents, les exemples et les modèles de départ.
command-save = Enregistrer
command-save-hint = Écrit le chartrier dans son fichier.
command-save-as = Enregistrer sous…
command-save-as-hint = Écrit le chartrier dans un autre fichier.
command-export = Exporter les chartes…
command-export-hint = Écrit les chartes finies dans un dossier.
command-open-in-browser = Ouvrir dans le navigateur
command-open-in-browser-hint = Montre cette charte comme les visiteurs la verront.
command-copy-page = Copier le code HTML de la page
command-copy-page-hint = À coller dans le back-office d’un portail.
command-copy-rich = Copier le texte mis en forme
command-copy-rich-hint = Avec titres et tableaux, pour un traitement de texte.
copied-page = Le code HTML de la page est copié.
copied-rich = Le texte mis en forme est copié.
copied-plain = Seul le texte brut est copié : le presse-papiers n’a pas pris la mise en forme.
copied-unfinished = Attention : il manque encore des valeurs à cette charte.
copied-table = Le tableau est copié.
command-quit = Quitter
command-quit-hint = Ferme le programme, et demande que faire de ce qui n’est pas enregistré.
command-undo = Annuler
command-undo-hint = Défait la dernière étape.
command-redo = Rétablir
command-redo-hint = Refait l’étape annulée.
command-history = Historique
command-history-hint = Montre les étapes, pour revenir à l’une d’elles.
command-find = Rechercher
command-find-hint = Cherche des mots dans cette charte.
command-find-next = Occurrence suivante
command-find-next-hint = Va à l’occurrence suivante.
command-find-previous = Occurrence précédente
command-find-previous-hint = Va à l’occurrence précédente.
command-replace = Remplacer
command-replace-hint = Remplace des mots dans cette charte.
command-find-everywhere = Rechercher partout
command-find-everywhere-hint = Cherche dans tous les modèles, toutes les plateformes et tous les champs.
command-replace-everywhere = Remplacer partout
command-replace-everywhere-hint = Remplace des mots dans toutes les chartes, en une étape.
command-quick-open = Aller à…
command-quick-open-hint = Va à une plateforme, une section ou un cookie par son nom.
command-back = Lieu précédent
command-back-hint = Revient là où vous étiez.
command-forward = Lieu suivant
command-forward-hint = Retourne là d’où vous êtes revenu.
command-palette = Toutes les commandes…
command-palette-hint = Cherche une commande par son nom.
command-show-platforms = Liste des plateformes
command-show-platforms-hint = Montre ou cache la liste de gauche.
command-show-preview = Aperçu
command-show-preview-hint = Montre ou cache l’aperçu.
command-show-findings = Constats
command-show-findings-hint = Montre ou cache les constats.
command-next-finding = Constat suivant
command-next-finding-hint = Va au constat suivant de cette charte.
command-show-pages = Aperçu des pages PDF
command-show-pages-hint = Montre la page web ou les pages du PDF.
command-show-source = Aperçu du code source
command-show-source-hint = Montre la page ou son code source.
command-phone-width = Largeur de téléphone
command-phone-width-hint = Montre la page comme sur un téléphone.
command-mark-changes = Marquer les modifications
command-mark-changes-hint = Marque ce qui a changé depuis l’enregistrement.
command-next-language = Langue suivante de la charte
command-next-language-hint = Rédige dans la langue suivante.
command-show-reference = Texte de référence
command-show-reference-hint = Montre l’autre langue à côté de celle qu’on rédige.
command-show-translations = Traductions
command-show-translations-hint = Montre ce qui reste à traduire, et les traductions à revoir.
command-next-translation = Traduction suivante
command-next-translation-hint = Va au prochain texte à traduire ou à revoir.
command-previous-translation = Traduction précédente
command-previous-translation-hint = Va au texte à traduire ou à revoir qui précède.
command-confirm-translation = La traduction reste juste
command-confirm-translation-hint = Garde la traduction telle quelle : elle vaut pour le texte d’aujourd’hui.
command-collapse-all = Replier les sections
command-collapse-all-hint = Ne montre que les titres des sections.
command-expand-all = Déplier les sections
command-expand-all-hint = Montre toutes les sections en entier.
command-next-part = Panneau suivant
command-next-part-hint = Met le curseur dans le panneau suivant.
command-previous-part = Panneau précédent
command-previous-part-hint = Met le curseur dans le panneau précédent.
command-menus = Aller à la barre des menus
command-menus-hint = Met le curseur dans la barre des menus.
command-zoom-in = Agrandir
command-zoom-in-hint = Agrandit toute la fenêtre (Ctrl et +).
command-zoom-out = Réduire
command-zoom-out-hint = Réduit toute la fenêtre (Ctrl et −).
command-zoom-reset = Taille normale
command-zoom-reset-hint = Revient à la taille normale.
command-theme-system = Clair ou sombre selon le système
command-theme-system-hint = Suit le réglage du système.
command-theme-light = Thème clair
command-theme-light-hint = Fond clair.
command-theme-dark = Thème sombre
command-theme-dark-hint = Fond sombre.
command-in-french = Interface en français
command-in-french-hint = Le programme parle français.
command-in-english = Interface in English
command-in-english-hint = Le programme parle anglais.
command-next-platform = Plateforme suivante
command-next-platform-hint = Va à la plateforme suivante de la liste.
command-previous-platform = Plateforme précédente
command-previous-platform-hint = Va à la plateforme précédente de la liste.
command-add-platform = Ajouter une plateforme…
command-add-platform-hint = Son adresse suffit : elle suit le modèle.
command-add-model = Ajouter une charte modèle…
command-add-model-hint = Une charte que d’autres pourront suivre.
command-duplicate = Dupliquer
command-duplicate-hint = Fait une copie de cette plateforme ou de ce modèle.
command-rename = Renommer
command-rename-hint = Change le nom de cette plateforme ou de ce modèle.
command-move-up = Monter dans la liste
command-move-up-hint = La place avant la précédente.
command-move-down = Descendre dans la liste
command-move-down-hint = La place après la suivante.
command-remove-platform = Supprimer la charte
command-remove-platform-hint = Supprime cette plateforme ou ce modèle ; « Annuler » permet de revenir en arrière.
command-properties = Propriétés de la charte
command-properties-hint = Nom, adresse, langues, champs et caractéristiques.
command-collection-properties = Propriétés du chartrier…
command-collection-properties-hint = Langues, champs et caractéristiques communs.
command-moved-on = Adaptations à revoir…
command-moved-on-hint = Montre, un par un, les textes adaptés dont le modèle a changé depuis.
command-lift = Créer un modèle à partir de plateformes…
command-lift-hint = Met en commun ce que disent plusieurs plateformes. Chacune reste telle qu’elle est affichée.
command-conflicts = Différences à trancher…
command-conflicts-hint = Montre ce que deux versions fusionnées disent autrement.
conflicts-title = Différences à trancher
conflicts-none = Tout est tranché. Enregistrez pour garder ces choix.
conflicts-count = { $at } sur { $count }
conflicts-side-was = Avant
conflicts-side-ours = Notre version
conflicts-side-theirs = L’autre version
conflicts-removed = (retiré)
conflicts-unchanged = (inchangé)
conflicts-more = … et { $count ->
    [one] une autre chose
   *[other] { $count } autres choses
}
conflicts-nowhere = L’autre version n’a pas sa place ici en l’état : ce qui l’entoure a changé, ou des modèles se suivraient en cercle.
conflicts-keep = Le garder
conflicts-remove = Le retirer
conflicts-previous = Précédente
conflicts-merge-hint = Réunit les mots que chacune des deux versions a changés.
conflicts-undecided = Entre crochets : nos mots, puis ceux de l’autre version. Gardez ceux qui conviennent.
conflict-item-platforms = Plateforme « { $name } »
conflict-item-models = Charte modèle « { $name } »
conflict-item-sections = section « { $name } »
conflict-item-rows = ligne « { $name } »
conflict-item-columns = colonne « { $name } »
conflict-adaptation = adaptation : { $name }
conflict-order = ordre
conflict-order-platforms = ordre des plateformes
conflict-order-models = ordre des chartes modèles
conflict-order-sections = ordre des sections
conflict-order-rows = ordre des lignes
conflict-order-columns = ordre des colonnes
conflict-order-languages = ordre des langues
conflict-order-adaptations = ordre des adaptations
conflict-new = Ajouté, { $place } : { $is }
conflict-gone = Retiré, { $place } : { $was }
conflict-changed = Changé, { $place } : « { $was } » est devenu « { $is } »
conflict-moved = Changé, { $place } : l’ordre
conflicts-ours = Garder la nôtre
conflicts-theirs = Prendre l’autre
conflicts-next = Suivante
conflicts-later = Plus tard
status-conflicts = { $count ->
    [one] 1 différence à trancher
   *[other] { $count } différences à trancher
}
conflict-part-body = texte
conflict-part-heading = titre de section
conflict-part-title = titre
conflict-part-name = nom
conflict-part-url = adresse
conflict-part-note = note
conflict-part-follows = modèle suivi
conflict-part-languages = langues
conflict-part-fields = champs
conflict-part-facts = caractéristiques
conflict-part-updated = date
conflict-part-level = niveau
conflict-part-category = catégorie
conflict-part-consent = accord
conflict-part-presentation = présentation
conflict-part-label = intitulé
conflict-part-default = valeur par défaut
conflict-part-when = condition
conflict-part-charter = charte
conflict-part-sections = sections
conflict-part-table = tableau des cookies
conflict-part-rows = lignes
conflict-part-cells = cellules
conflict-part-columns = colonnes
conflict-part-adaptations = adaptations
conflict-part-models = chartes modèles
conflict-part-platforms = plateformes
command-presentation = Présentation des chartes…
command-presentation-hint = Aspect des pages et des PDF, logo, gabarits.
presentation-title = Présentation des chartes exportées
presentation-look = Aspect
look-plain = Simple
look-public = Organisme public : sobre, grands caractères
presentation-logo = Logo
presentation-logo-hint = En tête des pages et des PDF : PNG, JPEG ou SVG.
presentation-alternative = Ce que dit le logo ({ $language })
presentation-alternative-hint = Lu aux personnes qui ne voient pas le logo ; vide, s’il n’est que décoratif.
presentation-page = Gabarit des pages web
presentation-page-hint = Un fichier .html qui remplace l’aspect choisi ; vide, sauf besoin particulier.
presentation-pdf = Gabarit des pages PDF
presentation-pdf-hint = Un fichier .typ qui remplace la mise en pages ; vide, sauf besoin particulier.
presentation-copied = Un fichier choisi ailleurs est copié à côté du chartrier, pour le suivre partout.
presentation-do = Appliquer
command-add-section = Ajouter une section
command-add-section-hint = Ajoute une section sous celle-ci.
command-duplicate-section = Dupliquer la section
command-duplicate-section-hint = Ajoute une copie de cette section.
command-split-section = Scinder la section au curseur
command-split-section-hint = Ce qui suit le curseur devient une section.
command-join-section = Fusionner avec la section précédente
command-join-section-hint = Met ce texte à la suite du précédent.
command-section-up = Monter la section
command-section-up-hint = La place avant la section précédente.
command-section-down = Descendre la section
command-section-down-hint = La place après la section suivante.
command-indent = Abaisser d’un niveau
command-indent-hint = Fait de cette section une sous-section.
command-outdent = Relever d’un niveau
command-outdent-hint = Relève le niveau de cette section.
command-hide-section = Masquer ou réafficher ici
command-hide-section-hint = N’affiche plus cette section sur cette plateforme, ou de nouveau.
command-remove-section = Supprimer la section
command-remove-section-hint = Supprime une section rédigée ici.
command-collapse = Replier ou déplier la section
command-collapse-hint = Ne montre que le titre de cette section, ou tout.
command-adapt-here = Adapter ici
command-adapt-here-hint = Ce texte ne changera que sur cette plateforme.
command-edit-everywhere = Modifier partout
command-edit-everywhere-hint = Ce texte changera pour toutes celles qui l’affichent.
command-back-to-model = Revenir au modèle
command-back-to-model-hint = Reprend le texte du modèle.
command-difference = Voir la différence avec le modèle
command-difference-hint = Compare ce texte à celui du modèle, mot à mot.
command-add-table = Ajouter un tableau de cookies
command-add-table-hint = Ajoute un tableau à cette section.
command-remove-table = Supprimer le tableau
command-remove-table-hint = Supprime le tableau de cette section.
command-bold = Gras
command-bold-hint = Met les mots choisis en gras.
command-italic = Italique
command-italic-hint = Met les mots choisis en italique.
command-link = Lien…
command-link-hint = Fait un lien des mots choisis.
command-bullets = Liste à puces
command-bullets-hint = Fait une liste des lignes choisies.
command-numbers = Liste numérotée
command-numbers-hint = Numérote les lignes choisies.
command-insert-field = Insérer un champ…
command-insert-field-hint = Une valeur propre à chaque plateforme.
command-no-break-space = Espace insécable
command-no-break-space-hint = Une espace qui ne finit pas une ligne.
command-typography = Corriger la typographie pendant la saisie
command-typography-hint = Guillemets, apostrophes et espaces insécables pendant la saisie.
command-add-row = Ajouter une ligne
command-add-row-hint = Ajoute un cookie sous cette ligne.
command-duplicate-row = Dupliquer la ligne
command-duplicate-row-hint = Ajoute une copie de cette ligne.
command-row-up = Monter la ligne
command-row-up-hint = La place avant la ligne précédente.
command-row-down = Descendre la ligne
command-row-down-hint = La place après la ligne suivante.
command-hide-row = Masquer ou réafficher la ligne ici
command-hide-row-hint = La masque ici, ou la réaffiche.
command-remove-row = Supprimer la ligne
command-remove-row-hint = Supprime les lignes choisies.
command-fill-down = Recopier vers le bas
command-fill-down-hint = Recopie la première cellule dans les suivantes.
command-cookie-form = Fiche du cookie…
command-cookie-form-hint = Montre chaque champ de cette ligne, expliqué.
command-add-column = Ajouter une colonne…
command-add-column-hint = Ajoute une colonne à ce tableau.
command-edit-column = Intitulé et rôle de la colonne…
command-edit-column-hint = Change ce que la colonne s’appelle et ce qu’elle dit.
command-hide-column = Masquer ou réafficher la colonne
command-hide-column-hint = Garde la colonne sans l’afficher, ou l’affiche.
command-column-left = Déplacer la colonne à gauche
command-column-left-hint = La place avant la colonne précédente.
command-column-right = Déplacer la colonne à droite
command-column-right-hint = La place après la colonne suivante.
command-remove-column = Supprimer la colonne
command-remove-column-hint = Supprime cette colonne et ses cellules.
command-edit-table = Catégorie et consentement…
command-edit-table-hint = Dit à quoi servent les cookies de ce tableau.
command-copy-table = Copier le tableau
command-copy-table-hint = Tel que les visiteurs le lisent, pour un tableur.
command-shortcuts = Aide et raccourcis
command-shortcuts-hint = Montre les touches et les premiers pas.
command-about = À propos de Chartrier
command-about-hint = Version et licences.
command-with-deed = { $command } : { $deed }

## Étapes de l’historique

deed-type = saisie
deed-adapt = adaptation
deed-back-to-model = retour au modèle
deed-add-section = nouvelle section
deed-remove-section = section supprimée
deed-move-section = section déplacée
deed-add-row = nouvelle ligne
deed-remove-row = ligne supprimée
deed-move-row = ligne déplacée
deed-hide = masquage
deed-show = réaffichage
deed-add-table = nouveau tableau
deed-remove-table = tableau retiré
deed-add-platform = nouvelle plateforme
deed-remove-platform = plateforme supprimée
deed-properties = propriétés
deed-split-section = section coupée
deed-join-section = sections jointes
deed-duplicate-section = section dupliquée
deed-level = niveau de section
deed-paste = collage
deed-fill = recopie
deed-clear = cellules vidées
deed-duplicate-row = ligne dupliquée
deed-columns = colonnes
deed-nature = catégorie du tableau
deed-when = condition d’affichage
deed-replace = remplacement
deed-confirm = traduction confirmée
deed-add-model = nouveau modèle
deed-remove-model = modèle supprimé
deed-duplicate = copie
deed-reorder = ordre de la liste
deed-languages = langues
deed-fields = champs
deed-facts = caractéristiques
deed-follow = modèle suivi
deed-format = mise en forme

## Liste des plateformes

filter = Filtrer par nom ou adresse
models = Chartes modèles
platforms = Plateformes ({ $count })
nothing-found = Aucune plateforme ne contient ces mots.
model-named = Charte modèle { $name }{ $adapted ->
    [0] {""}
    [one] , 1 adaptation
   *[other] , { $adapted } adaptations
}
platform-named = Plateforme { $name }{ $adapted ->
    [0] {""}
    [one] , 1 adaptation
   *[other] , { $adapted } adaptations
}
nothing-title = Ce chartrier n’a pas encore de charte.
nothing-text = Ajoutez une plateforme pour commencer.

## Rédaction

follows = suit « { $name } »
follows-hint = Cette charte affiche ce que dit le modèle, sauf ce qui est adapté ici.
followed-by = { $count ->
    [0] aucune plateforme ne la suit
    [one] 1 plateforme la suit
   *[other] { $count } plateformes la suivent
}
charter-language = Langue :
language-name = { $language ->
    [fr] français
    [en] anglais
    [de] allemand
    [es] espagnol
    [it] italien
    [nl] néerlandais
    [pt] portugais
    [br] breton
    [ca] catalan
    [co] corse
    [eu] basque
    [oc] occitan
   *[other] { $language }
}
write-in = Rédiger en { language-name }
title = Titre
heading-of = Intertitre : { $section }
body-of = Texte : { $section }
level = Niveau { $level }
hidden = masqué
hidden-hint = Cet élément n’apparaît pas sur cette plateforme. Le modèle le garde.
own = propre à cette charte
own-hint = Rédigé ici.
inherited-too = texte du même modèle
inherited = vient de « { $name } »
inherited-hint = Ce texte vient de « { $name } ». Ce que vous tapez peut le modifier partout, ou ici seulement.
adapted = adapté ici
adapted-moved-on = adapté ici ; le modèle a changé depuis
adapted-hint = Ce texte remplace ce que dit « { $name } ».
back-to-model = Revenir à ce que dit « { $name } »
only-when = seulement si la plateforme a : { $fact }
choice-inherited = Vient de « { $name } ». Que voulez-vous faire ?
choice-everywhere = Modifier partout ({ $count ->
    [0] aucune plateforme
    [one] 1 plateforme
   *[other] { $count } plateformes
})
choice-here = Adapter ici
choice-drop = Revenir au modèle
show-section = Réafficher : { $section }
section-up = Monter : { $section }
section-down = Descendre : { $section }
add-section-below = Ajouter une section dessous : { $section }
refused = Cette modification n’a pas pu se faire : { $reason }.

## Tableau des cookies

category-necessary = Cookies nécessaires
category-functional = Cookies fonctionnels
category-audience = Mesure d’audience
category-personalisation = Personnalisation
category-advertising = Publicité
category-social = Réseaux sociaux
category-other = Autres cookies
consent-required = avec le consentement du visiteur
consent-exempt = consentement non requis
rows = { $count ->
    [0] aucune ligne
    [one] 1 ligne
   *[other] { $count } lignes
}
as-above = comme ci-dessus
cell-name = { $column }, ligne { $row } sur { $rows } : { $says }
row-menu = Actions de la ligne { $row }
row-add = Ajouter une ligne
row-add-here = Ajouter une ligne ici seulement
row-add-everywhere = Ajouter une ligne partout
row-add-below = Ajouter une ligne dessous
row-add-below-here = Ajouter une ligne dessous, ici seulement
row-add-below-everywhere = Ajouter une ligne dessous, partout
row-up = Monter
row-down = Descendre
row-hide-here = Masquer ici
row-remove-everywhere = Supprimer partout ({ $count ->
    [one] 1 plateforme
   *[other] { $count } plateformes
})
row-remove = Supprimer
row-show = Réafficher
cell-back-to-model = Revenir au modèle : { $column }

## Propriétés

properties = Propriétés
property-name = Nom
property-url = Adresse
property-updated = Mise à jour le
property-facts = Caractéristiques
not-a-date = Écrivez la date sous la forme 22/11/2026.
field-publisher-name = Éditeur
field-publisher-contact = Contact de l’éditeur
field-dpo-contact = Délégué à la protection des données
field-preferences-url = Centre de préférences
field-privacy-url = Politique de confidentialité
field-accessibility-url = Déclaration d’accessibilité

## Aperçu et état

preview = Aperçu
preview-hint = Cliquez sur un texte pour le modifier
status-saved = Enregistré
status-saving = Enregistrement…
status-modified = Modifications non enregistrées
status-unsaved-copy = Pas encore dans un fichier
status-platforms = { $count ->
    [0] aucune plateforme
    [one] 1 plateforme
   *[other] { $count } plateformes
}
findings-this = Cette charte
findings-all = Toutes les plateformes
findings-chosen = { $count ->
    [one] La plateforme choisie
   *[other] Les { $count } plateformes choisies
}
findings-all-block = { $count ->
    [one] un constat, qui empêche l’export
   *[other] { $count } constats, qui empêchent tous l’export
}
findings-count = { $count ->
    [0] aucun constat
    [one] un constat
   *[other] { $count } constats
}{ $blocking ->
    [0] { "" }
    [one] , dont un empêche l’export
   *[other] , dont { $blocking } empêchent l’export
}
no-findings = Aucun constat
status-findings = { $count ->
    [0] Aucun constat
    [one] 1 constat
   *[other] { $count } constats
}{ $languages ->
    [one] {""}
   *[other] {" "}({ $language })
}
notice-saved = Le chartrier est enregistré.
notice-removed = La plateforme est supprimée. Annuler la rétablit.

## Dialogues

cancel = Annuler
close = Fermer
add = Ajouter
browse = Parcourir…
unsaved-title = Enregistrer les modifications ?
unsaved-text = Sans enregistrement, vos modifications seront perdues.
unsaved-save = Enregistrer
unsaved-drop = Ne pas enregistrer
path-open-title = Ouvrir un chartrier
path-save-title = Enregistrer le chartrier
path-open = Ouvrir
path-save = Enregistrer
path = Chemin du fichier
path-hint = Choisissez le fichier dans la fenêtre du système, ou tapez son chemin ici (.ron ou .json).
overwrite-title = Remplacer le fichier ?
overwrite = Remplacer
save-elsewhere = Enregistrer sous…
comments-title = Les commentaires de ce fichier seront perdus
comments-text = Quelqu’un a écrit des commentaires à la main dans ce fichier. L’enregistrement garde tout, sauf eux.
comments-save = Enregistrer sans eux
export-told = Export
export-title = Exporter les chartes
export-all = Toutes les plateformes
export-this = Seulement { $name }
export-folder = Dossier
export-do = Exporter
exporting = Chartes exportées : { $done } sur { $of }
export-stopped = L’export a été arrêté.
export-summary = { $files ->
    [0] Aucun fichier n’a été écrit.
    [one] { $written ->
        [0] 1 fichier, déjà à jour.
       *[other] 1 fichier, nouveau ou changé.
    }
   *[other] { $written ->
        [0] { $files } fichiers, tous déjà à jour.
        [one] { $files } fichiers, dont 1 nouveau ou changé.
       *[other] { $files } fichiers, dont { $written } nouveaux ou changés.
    }
}
export-leftovers = { $count ->
    [one] Un ancien fichier ne correspond plus à aucune charte :
   *[other] { $count } anciens fichiers ne correspondent plus à aucune charte :
}
export-more = … et { $count } de plus
export-remove-leftovers = { $count ->
    [one] Supprimer ce fichier
   *[other] Supprimer ces fichiers
}
format-html = Page web (HTML)
format-fragment = Fragment pour un portail
format-markdown = Markdown
format-text = Texte brut
format-pdf = Pages PDF
format-docx = Document Word, à relire
format-csv = Tableaux des cookies (CSV)
format-cookieconsent = Configuration de cookieconsent
format-klaro = Configuration de Klaro
format-orejime = Configuration d’Orejime
format-tarteaucitron = Configuration de tarteaucitron
format-json = Charte pour programmes (JSON)
work-lost = Ce travail s’est terminé sans résultat, par une faute du programme. Rien n’est modifié ; réessayez.
about = Version { $version }. Des chartes cookies écrites une fois et tenues à jour sur de nombreuses plateformes. Rien ne quitte cet ordinateur. Aucun juriste n’a relu les textes du modèle de départ.

## Autres

deed-spread = modification partout
choice-cell = « { $column } », ligne { $row }.
hidden-columns = { $count ->
    [one] Afficher 1 colonne masquée
   *[other] Afficher { $count } colonnes masquées
}
no-system-dialog = La fenêtre de choix ne s’est pas ouverte : tapez le chemin.
export-where = Dossier : { $path }
report-failed = Le compte rendu n’a pas pu s’écrire : { $error }
comments-lost = Les commentaires du fichier ne sont pas repris dans la copie.
drop-adaptation = Retirer cette adaptation
role-provider = Prestataire
role-service = Service et emplacement
role-name = Nom du cookie
role-purpose = Finalité
role-duration = Durée
file-not-a-file = Ce n’est pas un fichier ordinaire. Vérifiez le nom : { $path }
system-is-a-folder = un dossier porte ce nom
system-exists = un fichier porte ce nom
system-name-too-long = le chemin ou le nom est trop long, ou contient des signes que le système refuse
not-an-address = Ce n’est pas une adresse. Écrivez-la comme https://data.exemple.fr
moved = déplacée ici
moved-hint = Cette section n’est pas à la place que lui donne le modèle.
not-here = pas affichée ici
add-platform-title = Ajouter une plateforme

## Accueil

start-about = Des chartes cookies écrites une fois et tenues à jour sur de nombreuses plateformes.
start-back = Revenir au chartrier ouvert
start-new = Commencer un chartrier
start-open = Continuer
start-open-hint = un fichier .ron ou .json ; on peut aussi le déposer ici
start-examples = Essayer les exemples
start-examples-hint = trois plateformes qui suivent un modèle
start-recent = Fichiers récents
starter-opendatasoft = Chartrier pour des portails Opendatasoft
starter-opendatasoft-hint = un modèle complet, en français et en anglais
starter-empty = Chartrier vide
starter-empty-hint = sans modèle ni plateforme
drop-hint = Déposez ici : un chartrier s’ouvre, une page est importée
new-title = Commencer un chartrier
menu-recent = Fichiers récents
changed-title = Le fichier a changé
changed-text = Un autre programme a modifié ce fichier depuis son ouverture. Le rouvrir montre la nouvelle version ; garder ce qui est affiché la remplacera à l’enregistrement : { $path }
changed-reload = Rouvrir le fichier
changed-keep = Garder ce qui est affiché
choose = Choisir…
required = Obligatoire
export-which = Plateformes
export-filter = Filtrer les plateformes
export-chosen = { $count ->
    [0] aucune choisie
    [one] 1 choisie
   *[other] { $count } choisies
}
export-languages = Langues
export-formats = Formats
export-open-folder = Ouvrir le dossier
export-go-on = Continuer en arrière-plan
export-stop = Arrêter l’export
work-opening = Ouverture…
work-exporting = Export : { $done } sur { $of }
status-models = { $count ->
    [0] aucun modèle
    [one] 1 modèle
   *[other] { $count } modèles
}
status-language = Charte en { language-name }
status-starting = Choisissez par où commencer

## Travail non enregistré

recover-title = Du travail non enregistré a été retrouvé
recover-text = Le programme s’est arrêté avant que ces modifications soient enregistrées. Reprenez-les, ou supprimez-les.
recover-of = { $date }, { $time } · { $path }
recover-no-file = pas encore dans un fichier
recover-take = Reprendre
recover-drop = Supprimer
recover-later = Plus tard
## Plateformes et modèles

filter-clear = Effacer le filtre
models-group = Chartes modèles ({ $count })
models-found = Chartes modèles ({ $count } sur { $all })
platforms-found = Plateformes ({ $count } sur { $all })
rename-of = Nouveau nom de « { $name } »
list-open = Ouvrir
list-export = Exporter cette charte…
key-delete = Suppr
list-follows = Suit « { $name } »
list-own = Charte propre, sans modèle
list-adapted = { $count ->
    [one] 1 adaptation
   *[other] { $count } adaptations
}
list-reach = { $count ->
    [0] Aucune plateforme ne la suit
    [one] 1 plateforme la suit
   *[other] { $count } plateformes la suivent
}
list-blocked = Un constat empêche de la finir
list-up = Monter : { $name }
list-down = Descendre : { $name }
list-remove = Supprimer : { $name }
copy-of = { $name } (copie)
notice-model-removed = La charte modèle est supprimée. Annuler la rétablit.
address-taken = « { $name } » a déjà cette adresse.
add-follows = Suit
follows-none = aucun modèle : charte propre
follows-itself = Cette charte a ses propres textes et ne suit aucun modèle.
follow-keeps = Les adaptations passent à ce qui leur ressemble dans le nouveau modèle. Un texte écrit ici qui n’y a pas sa place reste, comme ajout.
add-id = Identifiant : { $id }
add-id-hint = Fait du nom une fois pour toutes ; c’est aussi le nom du dossier d’export.
add-model-title = Ajouter une charte modèle
model-empty = Commencer par une charte vide
model-copy = Copier un autre modèle
model-family = Suivre un autre modèle : seules les différences se rédigent
model-of = Quel modèle
remove-model-cannot = « { $name } » ne peut pas être supprimé
remove-model-title = Supprimer « { $name } » ?
remove-model-followed = { $platforms ->
    [0] {""}
    [one] 1 plateforme suit ce modèle.
   *[other] { $platforms } plateformes suivent ce modèle.
}{ $models ->
    [0] {""}
    [one] { " " }1 autre modèle le suit.
   *[other] { " " }{ $models } autres modèles le suivent.
}
remove-model-alone = Il n’y a pas d’autre modèle à suivre. Ajoutez-en un, ou supprimez d’abord ces plateformes.
remove-model-instead = Leur faire suivre
remove-model-do = Supprimer le modèle
group-identity = Identité
group-publisher = Éditeur et contacts
group-note = Note
note = Note pour les collègues, jamais publiée
property-name-in = Nom ({ language-name })
name-by-language = Un nom par langue
name-for-all = Le même nom partout
date-today = Aujourd’hui
languages = Langues
languages-as-collection = Comme le chartrier ({ $languages })
fields = Champs
fields-used = Champs que les textes utilisent
default-hint = par défaut : { $default }
not-a-web-address = Ce n’est pas une adresse web. Écrivez-la comme https://exemple.fr/page
not-a-mail-address = Ce n’est pas une adresse électronique. Écrivez-la comme nom@exemple.fr
field-unset = Des textes de cette charte en ont besoin : indiquez une valeur.
used-by = { $count ->
    [0] aucun texte ne l’utilise
    [one] utilisé par 1 texte
   *[other] utilisé par { $count } textes
}
switches = { $count ->
    [0] n’active rien
    [one] active 1 section ou ligne
   *[other] active { $count } sections ou lignes
}
use-heading = { $section } (intertitre)
use-body = { $section }
use-row = { $section }, ligne { $row }
use-columns = { $section } (colonnes)
use-all-columns = Intitulés des colonnes
collection-title = Propriétés du chartrier
collection-name = Nom du chartrier
languages-hint = La première remplace les textes qui manquent.
language-first = première langue
language-add = Ajouter la langue
language-add-hint = fr, en, pt-BR…
language-taken = Ce chartrier a déjà cette langue.
language-unknown = Ce n’est pas une langue. Écrivez son code, comme « fr » ou « pt-BR ».
remove-language-loses = { $count ->
    [one] 1 texte est écrit dans cette langue. Il reste dans le fichier, mais ne s’affichera plus.
   *[other] { $count } textes sont écrits dans cette langue. Ils restent dans le fichier, mais ne s’afficheront plus.
}
fields-hint = Des valeurs propres à chaque plateforme, que les textes nomment entre doubles accolades.
field-define = Définir un champ prévu…
field-add = Ajouter le champ
field-add-hint = Marque, adresse postale…
label-of = Intitulé de « { $name } » ({ language-name })
default-of = Valeur par défaut de « { $name } » ({ language-name })
note-of = Note sur « { $name } »
remove-field-loses = { $texts ->
    [0] Aucun texte n’utilise ce champ.
    [one] 1 texte utilise ce champ : il sera à corriger.
   *[other] { $texts } textes utilisent ce champ : ils seront à corriger.
} { $platforms ->
    [0] Aucune plateforme ne lui donne de valeur.
    [one] La valeur de 1 plateforme sera supprimée.
   *[other] Les valeurs de { $platforms } plateformes seront supprimées.
}
remove-default-loses = { $texts ->
    [0] Aucun texte n’utilise ce champ.
    [one] 1 texte l’utilise.
   *[other] { $texts } textes l’utilisent.
} Sa valeur par défaut sera supprimée ; { $platforms ->
    [0] aucune plateforme n’en a une autre.
    [one] 1 plateforme garde la sienne.
   *[other] { $platforms } plateformes gardent la leur.
}
facts-hint = Ce qu’une plateforme a ou n’a pas, et dont dépendent des sections et des lignes.
fact-add = Ajouter la caractéristique
fact-add-hint = Plusieurs langues, vidéos YouTube…
remove-fact-loses = { $count ->
    [0] Aucune section ni ligne n’en dépend.
    [one] 1 section ou ligne en dépend : elle ne s’affichera plus.
   *[other] { $count } sections ou lignes en dépendent : elles ne s’afficheront plus.
} { $platforms ->
    [0] Aucune plateforme ne l’a.
    [one] 1 plateforme ne l’aura plus.
   *[other] { $platforms } plateformes ne l’auront plus.
}
keep = Garder
remove = Supprimer
## Aperçu

preview-page = Page
preview-pages = PDF
preview-source = Source
preview-desk = Page sur un écran d’ordinateur
preview-phone = Page sur un téléphone
preview-mark = Modifications
preview-pages-making = Les pages sont mises en page…
preview-pages-name = Page { $page } sur { $pages }
preview-pages-count = { $pages ->
    [0] 0 page
    [one] 1 page
   *[other] { $pages } pages
}
preview-pages-out = Plus petit
preview-pages-in = Plus grand
preview-pages-width = À la largeur du panneau
preview-pages-lost = La mise en page a échoué, par une faute du programme. Ce qui était là reste.
preview-format-html = HTML
preview-format-fragment = Fragment
preview-format-markdown = Markdown
preview-format-text = Texte
preview-format-data = Données…
preview-format-json = JSON
preview-format-csv = CSV
preview-format-cookieconsent = cookieconsent
preview-format-klaro = Klaro
preview-format-orejime = Orejime
preview-format-tarteaucitron = tarteaucitron
preview-copy = Copier
preview-copied = La source est copiée : { $format }.
preview-nothing-changed = Rien n’a changé depuis le dernier enregistrement.
preview-changes = Depuis l’enregistrement : { $marked ->
    [0] aucune modification
    [one] 1 modification
   *[other] { $marked } modifications
}, { $removed ->
    [0] aucun retrait
    [one] 1 retrait
   *[other] { $removed } retraits
}
preview-new = nouveau
preview-changed = modifié
preview-link-to = Lien vers { $address }
preview-language = dans une autre langue : { language-name }
preview-to-source = Aller à la source
preview-copy-text = Copier le texte
preview-copy-address = Copier l’adresse
preview-open-link = Ouvrir le lien dans le navigateur
preview-text-copied = Le texte est copié.
preview-address-copied = L’adresse est copiée.
preview-opened = Le navigateur s’ouvre.
preview-not-written = La page n’a pas pu être écrite pour le navigateur : { $reason }. Vérifiez qu’il reste de la place sur le disque.{ $place }
preview-not-opened = Aucun navigateur n’a pu s’ouvrir : { $reason }. Ouvrez la page vous-même, tant que Chartrier est ouvert : { $place }
preview-address-not-opened = Aucun navigateur n’a pu s’ouvrir : { $reason }. Copiez l’adresse dans le vôtre : { $place }
folder-not-opened = Le dossier n’a pas pu s’ouvrir : { $reason }. Ouvrez-le vous-même : { $place }
## Tableau des cookies

deed-cookie = fiche du cookie
row-header = Ligne { $row } sur { $rows }, { $hint }
select-table = Sélectionner tout le tableau
table-nature-of = Catégorie et consentement : { $section }
column-width-of = Largeur de la colonne { $column }
choice-table = Ces cellules ne changent qu’ici.
paste-left-out = { $count ->
    [one] 1 colonne collée dépassait la dernière colonne du tableau ; elle n’a pas été reprise.
   *[other] { $count } colonnes collées dépassaient la dernière colonne du tableau ; elles n’ont pas été reprises.
}
cell-cut = Couper
cell-copy = Copier
cell-paste = Coller
cell-above = Mettre « comme ci-dessus »
cell-not-above = Ne plus mettre « comme ci-dessus »
menu-rows = Lignes
menu-columns = Colonnes
column-wider = Élargir
column-narrower = Rétrécir
column-usual-width = Largeur habituelle
columns-own = Donner ses propres colonnes à ce tableau
columns-common = Reprendre les colonnes communes
columns-are-own = Ce tableau a ses propres colonnes : les autres tableaux ne changent pas.
columns-everywhere-only = D’autres colonnes se choisissent partout, avec le choix ci-dessous.
columns-are-common = Ces colonnes sont communes à tous les tableaux de la charte qui n’ont pas les leurs.
apply = Appliquer
always = Toujours
scope-inherited = Vient de « { $name } ». Appliquer le changement :
scope-here = ici seulement
scope-everywhere = partout ({ $count ->
    [0] aucune plateforme
    [one] 1 plateforme
   *[other] { $count } plateformes
})

## Plan et sections

key-ctrl = Ctrl
key-alt = Alt
key-shift = Maj
key-enter = Entrée
key-space = Espace
key-escape = Échap
key-page-up = Page préc.
key-page-down = Page suiv.
key-home = Début
key-end = Fin
deed-note = note
outline = Plan
outline-hint = Montre tous les intertitres, pour aller à l’un d’eux.
drag-section = Déplacer : { $section }
drag-section-hint = Glissez pour déplacer la section. Au clavier : Alt+Maj et une flèche.
collapse-section = Replier : { $section }
expand-section = Déplier : { $section }
section-menu = Actions : { $section }
section-findings = Un constat concerne cette section.
relevelled = autre niveau ici
relevelled-hint = Cette section n’a pas le niveau que lui donne le modèle.
everywhere-now = se modifie partout ({ $count ->
    [0] aucune plateforme
    [one] 1 plateforme
   *[other] { $count } plateformes
})
cookie-title = Fiche du cookie, ligne { $row } sur { $rows }
cookie-next = Ligne suivante
cookie-previous = Ligne précédente
cookie-above = { $column } : comme ci-dessus
cookie-when = Affichée
cookie-when-hint = La ligne peut ne figurer que sur les plateformes qui ont une caractéristique.
cookie-note = Note pour les collègues
cookie-note-hint = Jamais exportée : une source, une question, une date de vérification.
cookie-everywhere-only = La condition et la note se changent partout, là où la ligne est rédigée.
column-add-title = Ajouter une colonne
column-edit-title = Intitulé et rôle de la colonne
column-label = Intitulé en { language-name }
column-add-do = Ajouter
column-role = Rôle de la colonne
column-role-everywhere-only = Le rôle ne se change que partout, avec le choix ci-dessous.
column-place = Place
column-first = En premier
column-after = Après « { $column } »
column-width = Largeur
nature-title = Catégorie et consentement
nature-category = À quoi servent les cookies de ce tableau
nature-consent = Consentement du visiteur
nature-name = Nom de la catégorie en { language-name }
consent-implied-required = Comme le veut la catégorie : avec consentement
consent-implied-exempt = Comme le veut la catégorie : consentement non requis
category-necessary-hint = Sans eux, le service que le visiteur demande ne fonctionne pas : connexion, sécurité, choix sur les cookies.
category-functional-hint = Ils retiennent un choix du visiteur, comme la langue, ou affichent ce qu’il a demandé.
category-audience-hint = Ils comptent les visites et les pages lues.
category-personalisation-hint = Ils adaptent ce qui s’affiche à ce que le visiteur a fait avant.
category-advertising-hint = Ils servent à montrer ou à mesurer de la publicité.
category-social-hint = Ils viennent de boutons de partage ou de contenus d’un réseau social.
category-other-hint = Une catégorie à laquelle vous donnez un nom.
role-domain = Domaine
role-party = Première ou tierce partie
role-consent = Consentement
role-transfer = Transfert hors de l’Espace économique européen
role-link = En savoir plus
role-other = Autre
role-provider-hint = L’organisme qui dépose ou lit le cookie, sous le nom que le public connaît.
role-service-hint = Le service qui en a besoin, et où le visiteur le rencontre : « Vidéos YouTube, pages d’actualité ».
role-name-hint = Le nom exact du cookie tel que le navigateur le montre. Une étoile remplace ce qui varie : _pk_id*.
role-purpose-hint = Ce que le cookie permet, en une phrase que chacun comprend, sans terme technique.
role-duration-hint = Combien de temps il reste : « 13 mois », « jusqu’à la fermeture du navigateur ».
role-domain-hint = L’adresse du site pour lequel le cookie est déposé.
role-party-hint = « Première partie » si la plateforme le dépose elle-même ; « tierce partie » si c’est un autre site.
role-consent-hint = S’il faut l’accord du visiteur avant de le déposer.
role-transfer-hint = Le pays hors de l’Espace économique européen où vont les données, et la garantie ; vide s’il n’y en a pas.
role-link-hint = L’adresse de la page où le prestataire explique ses cookies.
role-other-hint = Aucun rôle particulier : seul l’intitulé renseigne le lecteur.
everywhere-now-hint = Ce que vous tapez change « { $name } », jusqu’à ce que vous quittiez ce texte.
ready-here = s’adapte ici
ready-here-hint = Ce que vous tapez ne changera que cette plateforme. Pour l’instant, le texte vient de « { $name } ».
back-to-place = Revenir à la place du modèle
back-to-level = Revenir au niveau du modèle
everywhere-menu = Partout ({ $count ->
    [0] aucune plateforme
    [one] 1 plateforme
   *[other] { $count } plateformes
})
everywhere-add = Ajouter une section dessous, partout
everywhere-up = Monter partout
everywhere-down = Descendre partout
everywhere-indent = Abaisser d’un niveau partout
everywhere-outdent = Relever d’un niveau partout
everywhere-remove = Supprimer partout
no-split = Placez d’abord le curseur dans le texte de la section.
no-join-first = Aucune section n’est affichée au-dessus.
no-join-two-tables = Les deux sections ont un tableau ; une section n’en a qu’un.
no-join-table-of-model = Cette section a un tableau, et l’une des deux vient du modèle : joignez-les dans le modèle.
no-join-condition = Les deux sections ne s’affichent pas à la même condition.
no-join-note = Cette section a une note, que celle du modèle ne peut pas recevoir : effacez-la d’abord.
no-other-level = Les niveaux vont de 1 à 6.
no-section-above = Cette section est déjà la première.
no-section-below = Cette section est déjà la dernière.
no-facts = Ce chartrier n’a pas de caractéristique : ajoutez-en dans ses propriétés.
condition = Condition
condition-everywhere = Condition, partout ({ $count ->
    [0] aucune plateforme
    [one] 1 plateforme
   *[other] { $count } plateformes
})
condition-none = Toujours affichée
note-edit = Note pour les collègues…
note-title = Note : { $section }
note-text = Cette note n’apparaît dans aucune charte exportée.
note-of-model = Cette section vient de « { $name } » : la note s’y range. Elle n’apparaît dans aucune charte exportée.
note-do = Noter
to-translate = à traduire
to-translate-hint = Ce texte n’existe pas encore dans cette langue ; une autre le remplace.
to-translate-count = { $count ->
    [one] 1 texte à traduire
   *[other] { $count } textes à traduire
}
to-translate-next = Aller au prochain texte à traduire
outdated = traduction à revoir
outdated-hint = Le texte d’origine a changé depuis cette traduction.
outdated-see = Voir ce qui a changé
outdated-count = { $count ->
    [one] 1 à revoir
   *[other] { $count } à revoir
}
outdated-next = Aller à la prochaine traduction à revoir
copy-reference = Copier le texte de référence
reference-in = Texte de référence en { language-name }
reference-language = Référence ({ language-name })
reference-changed = Référence ({ language-name }), et ce qui a changé depuis la traduction
difference-title = Différence avec le modèle
difference-text = Du texte de « { $name } » à celui d’ici :
difference-moved-on = « { $name } » a changé depuis que ce texte a été adapté.
difference-removed = retiré
difference-added = ajouté
difference-whole = Textes entiers
difference-was = Le modèle, à ce moment-là
difference-now = « { $name } », maintenant
difference-here = Ici
difference-empty = Aucun texte.
difference-keep = Garder ici
## Lieux d’une charte

place-title = Titre
place-section = Section « { $section } »
place-heading = « { $section } », intertitre
place-body = « { $section } », texte
place-column = « { $section } », colonne { $column }
place-common-column = Colonne { $column }
place-row = « { $section } », ligne { $row }{ $named ->
    [0] {""}
   *[other] {" "}({ $name })
}
place-row-gone = « { $section } », ligne { $name }
place-cell = { $row }, { $column }

## Rechercher, aller, revenir

find-words = Mots à chercher
find-with = Remplacer par
find-case = Respecter la casse
find-case-hint = Distinguer les majuscules des minuscules.
find-whole = Mots entiers
find-whole-hint = Ne pas chercher au milieu des mots.
find-accents = Respecter les accents
find-accents-hint = Distinguer « é » de « e ».
find-count = { $at } sur { $count }
find-count-hidden = { $at } sur { $count } (masqué)
find-several = { $count ->
    [one] 1 occurrence
   *[other] { $count } occurrences
}
find-none = Aucune occurrence
find-close = Fermer la recherche
find-replace-one = Remplacer celle-ci
find-replace-all = Tout remplacer ({ $count })
find-here = Adapter ici
find-here-hint = Ce qui vient d’un modèle n’est remplacé que dans cette charte.
find-everywhere = Modifier partout ({ $count ->
    [0] aucune plateforme
    [one] 1 plateforme
   *[other] { $count } plateformes
})
find-everywhere-hint = Ce qui vient d’un modèle est remplacé pour toutes celles qui l’affichent.
find-replaced = { $count ->
    [0] Rien n’a été remplacé.
    [one] 1 remplacement.
   *[other] { $count } remplacements.
}
find-skipped = { $count ->
    [one] 1 occurrence laissée : elle fait partie d’un champ.
   *[other] { $count } occurrences laissées : elles font partie d’un champ.
}
everywhere-words = Mots à chercher partout
everywhere-with = Remplacer partout par
everywhere-with-hint = $1 reprend ce qu’a trouvé la première parenthèse du motif, $2 la deuxième.
everywhere-replace = Remplacer
everywhere-replace-all = Remplacer les { $count } choisies
everywhere-pattern = Motif
everywhere-pattern-hint = Chercher une expression régulière : \d pour un chiffre, .* pour n’importe quoi, ( ) pour reprendre une partie.
everywhere-language = Langue où chercher
everywhere-languages-all = Toutes les langues
everywhere-language-in = En { language-name }
everywhere-charters = Chartes où chercher
everywhere-charters-all = Modèles et plateformes
everywhere-charters-models = Modèles seulement
everywhere-charters-platforms = Plateformes seulement
everywhere-texts = Textes où chercher
everywhere-texts-all = Tous les textes
everywhere-texts-headings = Titres et intertitres
everywhere-texts-bodies = Textes des sections
everywhere-texts-tables = Tableaux
everywhere-texts-values = Valeurs : noms, adresses, champs
everywhere-count = { $count ->
    [0] Aucune occurrence
    [one] 1 occurrence
   *[other] { $count } occurrences
}{ $charters ->
    [0] {""}
    [one] {" "}dans 1 charte
   *[other] {" "}dans { $charters } chartes
}
everywhere-group = { $name }, { find-several }
everywhere-fields = Champs du chartrier
everywhere-name = Nom
everywhere-url = Adresse
everywhere-value = Champ « { $name } »
everywhere-choose = Remplacer ici : { $place }
everywhere-choose-all = Remplacer dans { $name }
everywhere-breaks-field = Ces mots font partie d’un champ : ils restent comme ils sont.
everywhere-replaced = { $count ->
    [0] Rien n’a été remplacé
    [one] 1 remplacement
   *[other] { $count } remplacements
}{ $charters ->
    [0] {""}
    [one] {" "}dans 1 charte
   *[other] {" "}dans { $charters } chartes
}.
everywhere-stale = { $count ->
    [one] 1 occurrence laissée : son texte a changé depuis la recherche.
   *[other] { $count } occurrences laissées : leurs textes ont changé depuis la recherche.
}
everywhere-nothing = Écrivez les mots à chercher dans toutes les chartes.
everywhere-not-a-pattern = Ce motif n’est pas complet ou pas compris : vérifiez ses parenthèses, ses crochets et ses barres \.
everywhere-unsupported = Les motifs qui regardent autour, comme (?=…), ou reprennent ce qu’ils ont trouvé, comme \1, ne sont pas pris en charge.
everywhere-no-part = Le motif n’a pas de partie { $part } : rien ne sera remplacé. Pour le signe $, écrivez $$.
everywhere-too-large = Ce motif est trop grand.
gathering-progress = { $done } chartes sur { $of }
gathering-stopped = Arrêté avant la fin.
gathering-again = Reprendre
gathering-stop = Arrêter
palette-field = Chercher une commande
palette-not-now = pas ici
palette-none = Aucune commande ne contient ces lettres.
palette-named = { $name }, { $menu }{ $has-keys ->
    [0] {""}
   *[other] , { $keys }
}
go-field = Aller à une plateforme, une section, un cookie
go-none = Rien ne contient ces lettres.
go-model = Charte modèle
go-platform = Plateforme
go-section = Section de { $owner }
go-cookie = Cookie, { $section }, { $owner }

## Panneau du bas

tab-findings = Constats ({ $count })
tab-history = Historique
tab-everywhere = Rechercher partout
tab-translations = Traductions
translations-this = Cette charte
translations-all = Toutes les chartes
translations-shares = Avancement
translations-one-language = Ce chartrier n’a qu’une langue : il n’y a rien à traduire.
translations-count = { $missing } à traduire, { $outdated } à revoir
translations-none = Tout est traduit et à jour.
translations-share = { language-name } { $percent } %
translations-missing-in = À traduire en { language-name }
translations-outdated-in = À revoir en { language-name }
bottom-close = Fermer ce panneau
finding-blocks = Empêche l’export
finding-minor = À savoir
history-start = Au début
history-here = Vous êtes ici
history-saved = Enregistré
history-step = { $deed }{ $words ->
    [0] {""}
   *[other] {" "}« { $extract } »
}
history-erased = effacé : { $extract }
## Rédaction des textes

text-cut = Couper
text-copy = Copier
text-paste = Coller
text-paste-plain = Coller le texte seul
text-select-all = Tout sélectionner
fields-filter = Chercher un champ
fields-none = Aucun champ ne porte ce nom.
fields-offer = Champ { $label } : { $value }
field-platform-name = Nom de la plateforme
field-platform-url = Adresse de la plateforme
field-platform-host = Nom de domaine de la plateforme
field-updated = Date de mise à jour
link-title = Lien
link-address = Adresse du lien
link-words = Texte du lien
link-leads = Mène à { $address }
link-make = Valider
link-take-away = Retirer le lien
address-empty = L’adresse d’une page (exemple.fr/aide), une adresse électronique ou un numéro de téléphone.
address-space = Une adresse ne contient pas d’espace.
address-scheme = Un lien ne peut pas commencer par « { $scheme }: ».
address-relative = Il manque le nom du site. Écrivez l’adresse entière, ou commencez par un champ.
address-nothing = Ce n’est pas une adresse. Écrivez-la comme exemple.fr/aide ou contact@exemple.fr.

## Menus et bords

menu-preview = Ce que montre l’aperçu
menu-translation = Traduction
menu-zoom = Taille de l’affichage
menu-theme = Thème
menu-interface-language = Langue de l’interface
finding-at = { $place } :
resize-platforms = Largeur de la liste des plateformes
resize-editor = Largeur de la rédaction
resize-bottom = Hauteur du panneau
## Aide et panneaux

help-steps = Premiers pas
help-platform = Ajoutez une plateforme : son nom ou son adresse suffit, sa charte suit le modèle.
help-write = Écrivez dans la charte, au milieu ; l’aperçu, à droite, montre la page finie pendant que vous tapez.
help-reach = Un texte repris du modèle se change ici seulement, ou partout : on vous le demande sous le texte.
help-palette = Toutes les commandes se trouvent par leur nom (Ctrl+K) ; tout s’annule (Ctrl+Z).
help-parts = F6 passe d’un panneau à l’autre, F10 mène aux menus, Tab et les flèches font le reste.
help-export = À la fin, exportez les chartes (Ctrl+E) : pages web et documents prêts à publier.
help-keys = { $name } : { $keys }

## Importer
deed-presentation = présentation
deed-keep-adapted = adaptation gardée
deed-merge-texts = textes fusionnés
deed-lift = modèle créé à partir de plateformes
deed-settle = choix entre deux versions
deed-import = import de chartes
deed-review = relecture reprise
import-progress = Lecture des pages : { $done } sur { $of }
import-charter = { $source } : { $platform }, { $sections ->
    [one] une section
   *[other] { $sections } sections
 }, { $rows ->
    [0] aucun cookie
    [one] un cookie
   *[other] { $rows } cookies
 } ; { $inherited } du modèle, { $adapted } adaptés, { $added } ajoutés
import-note-line = {"  "}ligne { $line } : { $message } { $text }
import-platforms = { $source } : { $added ->
    [0] aucune plateforme nouvelle
    [one] une plateforme ajoutée
   *[other] { $added } plateformes ajoutées
 }, { $same } déjà là
import-failed = Non importé : { $source } : { $reason }
import-note-incomplete = La page s’arrête au milieu. Vérifiez la fin de la charte.
import-note-heading-guessed = Un titre a été reconnu à son apparence.
import-note-table-proposed = Un tableau a été reconstitué à partir de lignes : à vérifier.
import-note-glued-left = Des cellules collées entre elles n’ont pas pu être séparées : la ligne est restée du texte.
import-note-roles-guessed = Ce tableau n’a pas d’en-tête : le rôle des colonnes a été déduit de leur contenu.
import-note-label = Ce libellé diffère de celui de sa colonne :
import-note-moved-below-title = Ce qui précédait le titre a été placé dessous.
import-note-language-guessed = La langue a été reconnue aux mots ; la page en annonce une autre.
import-note-no-address = L’adresse de la plateforme n’est pas sur la page : renseignez-la dans ses propriétés.
import-note-unknown-column = Le rôle d’une colonne n’a pas été reconnu.
import-note-several-languages = À partir d’ici, la page est dans une autre langue : faites une page de chacune, et importez-les une à une.
import-note-link-titles = Des liens affichent ces mots au survol ; ils ne sont pas dans la charte :
import-note-set-apart = Mis de côté :
unread-no-charter = Ce n’est pas une charte : la page parle trop peu de cookies (une page d’erreur ou de connexion, peut-être). Enregistrez la bonne page, puis recommencez.
unread-too-large = Le fichier dépasse { $limit } Mo. Enregistrez seulement la page de la charte, puis recommencez.
unread-too-complex = La page est trop compliquée à lire : trop d’éléments imbriqués ou trop de cellules. Copiez son texte dans un fichier, puis importez-le.
unread-not-text = Ce fichier n’est ni un texte ni un document lisible. Les pages web (HTML ou MHTML), textes, Markdown, CSV et DOCX peuvent être importés. Enregistrez le document sous l’un de ces formats, ou copiez son texte dans un fichier, puis importez-le.
unread-empty = Le fichier est vide.
unread-damaged = Le document est abîmé ({ $error }). Enregistrez-le de nouveau avec le programme qui l’a fait, puis recommencez.
import-note-no-title = La page n’a pas de titre : écrivez-en un.
import-note-address-guessed = L’adresse de la plateforme est la première que le texte nomme : à vérifier.
import-note-typographic = Seuls des espaces, des guillemets ou des apostrophes diffèrent du modèle : son texte est repris.
import-note-hidden = La page ne dit pas « { $said } », que dit le modèle : c’est masqué sur cette plateforme.

## Importer, dans la fenêtre
command-import = Importer des chartes…
command-import-hint = Fait entrer des pages déjà publiées.
command-import-clipboard = Importer depuis le presse-papiers
command-import-clipboard-hint = Fait entrer la charte copiée.
start-import = Importer une page…
start-import-hint = une charte déjà publiée ; on peut aussi la déposer ici
path-import-title = Importer des chartes
path-import = Importer
path-import-hint = Choisissez les fichiers dans la fenêtre du système, ou tapez ici le chemin d’un fichier ou d’un dossier.
import-stop = Arrêter la lecture
import-stopped = La lecture a été arrêtée : rien n’a été importé.
import-nothing = Il n’y a aucun fichier à importer ici.
import-clipboard-empty = Il n’y a pas de texte dans le presse-papiers. Copiez la charte, puis recommencez.
import-from-clipboard = presse-papiers
import-collection-name = Chartes cookies
import-title = Importer « { $source } »
import-do = Importer
import-back = Revenir à la liste
import-matching = Comparaison avec les modèles…
import-platform = Pour
import-new-platform = Nouvelle plateforme
import-platform-name = Nom
import-platform-address = Adresse
import-platform-new = nouvelle
import-platform-new-hint = Cette plateforme n’est pas encore dans le chartrier : elle y sera ajoutée.
import-platform-updated = sera modifiée
import-platform-updated-hint = Cette plateforme est déjà dans le chartrier : sa charte deviendra celle de la page.
import-platform-unchanged = déjà à jour
import-platform-unchanged-hint = Cette plateforme dit déjà ce que dit la page : rien ne changera.
import-language = Langue
import-form = Charte
import-form-nearest = Le modèle le plus proche
import-form-follows = Suit « { $name } » ({ $share } % en commun)
import-form-model = Suivre « { $name } »
import-form-own = Charte propre, sans modèle
import-form-new-model = Nouveau modèle, fait de cette page
import-count-inherited = { $count } du modèle
import-count-inherited-hint = Titres, sections et cookies que le modèle dit déjà : ils sont repris.
import-count-new-model = { $count } dans le nouveau modèle
import-count-new-model-hint = Titres, sections et cookies de la page : ils font le modèle, que cette plateforme suivra.
import-count-adapted = { $count ->
    [one] 1 adapté
   *[other] { $count } adaptés
 }
import-count-adapted-hint = La page dit autre chose que le modèle : le texte de la page vaudra pour cette plateforme.
import-count-added = { $count ->
    [one] 1 ajouté
   *[other] { $count } ajoutés
 }
import-count-added-hint = Le modèle n’en parle pas : ce sera propre à cette plateforme.
import-count-hidden = { $count ->
    [one] 1 masqué
   *[other] { $count } masqués
 }
import-count-hidden-hint = Le modèle en parle, la page non : cette plateforme ne le montrera pas.
import-incomplete = La page s’arrête au milieu : la charte est incomplète.
import-lost-languages = Cette plateforme perdrait ses propres textes dans d’autres langues : { $languages }.
import-notes = À vérifier : { $count }
import-note-previous = Point à vérifier précédent
import-note-next = Point à vérifier suivant
import-column-source = Page, par ligne
import-column-structure = Ce que c’est
import-column-charter = Dans la charte
import-cell = { $column }, ligne { $line }
import-not-on-page = (pas sur la page)
import-kind-title = Titre de la page
import-kind-heading = Titre de niveau { $level }
import-kind-text = Texte
import-kind-table = Tableau
import-kind-apart = Mis de côté
import-role-of = Rôle de la colonne « { $label } »
import-category = Catégorie du tableau
import-category-untold = Catégorie non précisée
import-row = Ligne de tableau { $row }
import-within = Partie de ce qui précède
import-element = Section du modèle
import-element-row = Ligne du modèle
import-element-column = Colonne du modèle
import-set-apart = Ne sera pas dans la charte
import-outcome-inherited = Comme le modèle
import-outcome-typographic = Comme le modèle (ponctuation)
import-outcome-adapted = Adapté
import-outcome-added = Ajouté
import-outcome-new-model = Dans le modèle
import-outcome-left-out = Non repris
import-outcome-hidden = Masqué
import-outcome-kept = Gardé du modèle
import-decided = { $outcome } (choisi)
import-decide-proposed = Comme proposé
import-decide-inherit = Reprendre le texte du modèle
import-decide-adapt = Adapter : garder le texte de la page
import-decide-add = Ajouter, à part du modèle
import-decide-new-model = Mettre dans le modèle
import-decide-leave-out = Ne pas reprendre
import-decide-keep = Garder ce que dit le modèle
import-decide-hide = Masquer sur cette plateforme
import-compare = Voir la différence
import-done = « { $name } » est importée : { $inherited } du modèle{ $adapted ->
    [0] {""}
    [one] , 1 adapté
   *[other] , { $adapted } adaptés
}{ $added ->
    [0] {""}
    [one] , 1 ajouté
   *[other] , { $added } ajoutés
}.
import-done-same = « { $name } » disait déjà ce que dit la page : rien n’a changé.
import-done-many = Pages importées : { $done }. Pages refusées : { $failed }.
import-several = Importer { $count } pages
import-several-text = { $count ->
    [0] Aucune page ne sera importée
    [one] 1 page sera importée
   *[other] { $count } pages seront importées
 }{ $failed ->
    [0] .
    [one] , 1 ne peut pas l’être.
   *[other] , { $failed } ne peuvent pas l’être.
}
import-do-all = { $count ->
    [0] Importer
    [one] Importer 1 page
   *[other] Importer { $count } pages
}
import-takes-part = Importer « { $source } »
import-review = Vérifier…
import-review-of = Vérifier « { $source } »
import-left-out = Ne sera pas importée.
import-comes-to = { $name } (déjà là) : { $inherited } du modèle{ $adapted ->
    [0] {""}
    [one] , 1 adapté
   *[other] , { $adapted } adaptés
}{ $added ->
    [0] {""}
    [one] , 1 ajouté
   *[other] , { $added } ajoutés
}{ $hidden ->
    [0] {""}
    [one] , 1 masqué
   *[other] , { $hidden } masqués
}{ $notes ->
    [0] .
   *[other] {" "}; à vérifier : { $notes }.
}
import-comes-to-new = { $name } (nouvelle) : { $inherited } du modèle{ $adapted ->
    [0] {""}
    [one] , 1 adapté
   *[other] , { $adapted } adaptés
}{ $added ->
    [0] {""}
    [one] , 1 ajouté
   *[other] , { $added } ajoutés
}{ $hidden ->
    [0] {""}
    [one] , 1 masqué
   *[other] , { $hidden } masqués
}{ $notes ->
    [0] .
   *[other] {" "}; à vérifier : { $notes }.
}
import-comes-to-platforms = Un chartrier : { $added ->
    [0] aucune plateforme nouvelle
    [one] une plateforme ajoutée
   *[other] { $added } plateformes ajoutées
 }, { $same } déjà là.
leave-import-title = Abandonner l’import ?
leave-import-text = Les choix que vous avez faits seront perdus. Le chartrier reste comme il est.
leave-import-stay = Continuer l’import
leave-import-do = Abandonner

## Revue

review-title = Relecture de { $name } ({ $language })
review-text = { $count ->
    [0] Ce document ne propose aucun changement.
    [one] Ce document propose un changement.
   *[other] Ce document propose { $count } changements. Ce que vous acceptez est repris en une seule étape.
}
review-all = Tout accepter
review-none = Tout refuser
review-refuse = Refuser
review-accept = Accepter
review-accept-here = Accepter ici
review-accept-everywhere = Accepter partout
review-apply = { $count ->
    [0] Ne rien reprendre
    [one] Reprendre un changement
   *[other] Reprendre { $count } changements
}
review-done = La relecture est reprise.
review-since = Ce texte a changé ici depuis l’envoi du document.
review-read = Ce que propose la relecture, à partir du texte envoyé :
review-here = Ce que cela changerait ici :
review-add-row = { $place } : nouvelle ligne
review-remove-row = { $place } : supprimée
review-add-section = Nouvelle section, après : { $place }
review-remove-section = { $place } : supprimée
review-remarks = Commentaires sur ce qui n’a pas changé
review-comment = { $author } : « { $text } »
review-comment-of-nobody = « { $text } »
reviewed-text = Relecture{ $authors }, repris{ $since }. Avant : « { $here } » Après : « { $now } »
reviewed-add-row = Relecture{ $authors }, ligne ajoutée{ $since } : { $now }
reviewed-remove-row = Relecture{ $authors }, ligne retirée{ $since } : { $here }
reviewed-add-section = Relecture{ $authors }, section ajoutée{ $since } : { $now }
reviewed-remove-section = Relecture{ $authors }, section retirée{ $since } : { $here }
reviewed-by = { " " }de { $authors }
reviewed-since = { " " }(le texte avait changé ici depuis l’envoi)
## Publications

date-short = { $day }/{ $month }/{ $year }
release-name = Publication nº { $number } du { $date }
publish-done = { $released ->
    [0] Aucune charte publiée
    [one] Une charte publiée
   *[other] { $released } chartes publiées
}, { $refused ->
    [0] aucun refus
    [one] une charte refusée
   *[other] { $refused } chartes refusées
} : { $path }
publish-released = Publiée : { $target }, publication nº { $number } du { $date }{ $agreed ->
    [0] , sans l’accord du délégué à la protection des données
   *[other] {""}
} ({ $file })
publish-refused = Non publiée : { $target } : { $reason }
publish-finding = { $problem } Corrigez-le, ou levez ce constat avec un motif (--waive) : { $finding }
publish-finding-blocks = { $problem } Ce constat ne peut pas être levé : { $finding }
publish-number = Le numéro { $wanted } ne suit pas celui de la dernière publication. Choisissez un numéro supérieur à { $last }.
publish-date = La date du { $wanted } précède la dernière publication, du { $last }. Choisissez cette date ou une date ultérieure.
publish-no-language = Aucune des langues choisies n’est la sienne. Choisissez-en une autre.
publish-conflicts = { $count ->
    [one] Une différence entre deux versions fusionnées n’est pas tranchée. Ouvrez le fichier, tranchez-la, enregistrez, puis publiez.
   *[other] { $count } différences entre deux versions fusionnées ne sont pas tranchées. Ouvrez le fichier, tranchez-les, enregistrez, puis publiez.
}
publish-no-author = Le nom de qui publie manque. Indiquez-le.
publish-no-reason = Le motif manque pour lever ce constat. Indiquez-le : { $finding }
register-not-a-folder = Le registre des publications est un dossier, et un fichier en occupe la place. Déplacez-le : { $path }
register-too-large = Ce fichier est plus gros qu’aucune publication. Vérifiez-le : { $path }
register-exists = Une publication porte déjà ce numéro ; elle n’a pas été touchée. Publiez à nouveau : { $path }
register-read = Le registre ne peut pas être lu : { $error }. Vérifiez vos droits : { $path }
register-write = La publication n’a pas pu être inscrite au registre : { $error }. Le registre est intact. Vérifiez le disque et vos droits, puis publiez à nouveau : { $path }
register-whole = { $count ->
    [one] Une publication, vérifiée : elle n’a pas été modifiée.
   *[other] { $count } publications, vérifiées : aucune n’a été modifiée.
}
register-faults = Le registre n’est plus tel qu’il a été écrit :
fault-changed = Une publication a été modifiée depuis qu’elle a été écrite. Remettez-la comme elle était, d’une sauvegarde ou de la gestion de versions : { $file }
fault-missing = Une publication a disparu du registre. Remettez-la, d’une sauvegarde ou de la gestion de versions : { $file }
fault-unlisted = Une publication n’est pas dans la liste SHA256SUMS : une publication interrompue l’y a laissée, ou un fichier a été ajouté. Publiez à nouveau pour l’inscrire, ou retirez-la : { $file }
fault-not-a-release = Ce fichier n’est pas la publication que dit son nom. Remettez celui d’origine, d’une sauvegarde ou de la gestion de versions : { $file }
fault-newer = Une version plus récente de Chartrier a écrit cette publication ({ $value }). Installez cette version : { $file }
fault-broken = Cette publication ne fait pas suite à celle qui la précède. Remettez celles d’origine, d’une sauvegarde ou de la gestion de versions : { $file }
fault-stranger = Ce fichier n’est pas une publication. Retirez-le du registre : { $file }
fault-no-list = La liste des publications a disparu du registre. Remettez-la, d’une sauvegarde ou de la gestion de versions : { $file }
fault-bad-list = La liste des publications a une ligne qui n’est pas la sienne. Remettez-la comme elle était, d’une sauvegarde ou de la gestion de versions : { $file }
agreement-missing = accord manquant
agreement-of = { $by }{ $dated ->
    [0] {""}
   *[other] , le { $date }
}
history-title = Historique des publications : { $name }
history-releases = Publications
history-number = Numéro
history-date = En vigueur le
history-by = Publiée par
history-agreement = Accord du délégué
history-note = Remarque
history-file = Fichier
history-first = Première publication.
history-waived = Constats levés, et pourquoi :
history-in-language = Ce qui a changé depuis la précédente, { $language ->
    [fr] en français
    [en] en anglais
   *[other] en langue { $language }
} :
history-language-added = Nouvelle langue : { $language ->
    [fr] français
    [en] anglais
   *[other] { $language }
}.
history-language-removed = Langue abandonnée : { $language ->
    [fr] français
    [en] anglais
   *[other] { $language }
}.
diff-nothing = Rien n’a changé.
diff-charter = Charte
diff-name = nom de la plateforme
diff-address = adresse
diff-privacy = page sur la vie privée
diff-title = titre
diff-updated = date
diff-section = { $named ->
    [0] Section sans titre
   *[other] Section « { $heading } »
}
diff-added = ajoutée
diff-removed = retirée
diff-moved = déplacée
diff-heading = titre
diff-depth = niveau
diff-body = texte
diff-marks = { $what } (mise en forme)
diff-table-added = tableau ajouté
diff-table-removed = tableau retiré
diff-nature = catégorie
diff-column = colonne
diff-column-added = colonne ajoutée
diff-column-removed = colonne retirée
diff-reordered = ordre du tableau
diff-cookie = Cookie { $name }{ $by ->
    [0] {""}
   *[other] {" "}({ $provider })
}
diff-cookie-added = ajouté
diff-cookie-removed = retiré
diff-cookie-moved = changé de section
diff-head = { $place }, { $what }
diff-colon = {" "}: {""}
diff-cookies = Cookies : { $added ->
    [0] aucun ajouté
    [one] un ajouté
   *[other] { $added } ajoutés
}, { $removed ->
    [0] aucun retiré
    [one] un retiré
   *[other] { $removed } retirés
}, { $changed ->
    [0] aucun modifié
    [one] un modifié
   *[other] { $changed } modifiés
}.
online-no-page = Ce fichier est un chartrier, non une page. Enregistrez la page en ligne depuis le navigateur, et choisissez ce fichier.
online-other-language = Cette page est en { $language ->
    [fr] français
    [en] anglais
   *[other] langue { $language }
}, que la publication n’a pas. Choisissez la page dans une autre langue.
online-no-document = La publication ne peut pas être relue. Vérifiez le registre des publications.
publish-told = Publication
publish-title = Publier des chartes
publish-do = Publier
publish-one-finding = Ce constat empêche de publier. Corrigez-le, ou donnez le motif de publier quand même.
publish-findings = Ces constats empêchent de publier. Corrigez-les, ou donnez pour chacun le motif de publier quand même.
publish-finding-at = { $said } ({ $place })
publish-finding-said = { $said }{ $count ->
    [one] {""}
   *[other] {" "}({ $count } fois)
}
publish-finding-stays = Ce constat ne peut pas être levé : corrigez-le d’abord.
publish-reason = Motif de publier quand même
publish-reason-of = Motif : { $said }
publish-number-field = Numéro de la publication
publish-number-next = le suivant
publish-date-field = En vigueur à partir du
publish-date-wrong = Cette date ne se lit pas. Écrivez-la comme 12/10/2026.
publish-by = Publié par
publish-note = Remarque
publish-agreed-by = Accord donné par (nom du DPO)
publish-agreed-on = Date de cet accord
publish-stopped = Arrêtée : rien n’a été publié.
publish-summary = { $released ->
    [0] Aucune charte publiée
    [one] Une charte publiée
   *[other] { $released } chartes publiées
}, { $refused ->
    [0] aucun refus
    [one] une charte refusée
   *[other] { $refused } chartes refusées
}.
date-hint = jj/mm/aaaa
tab-releases = Publications
releases-this = Cette plateforme
releases-all = Toutes
releases-history = Exporter l’historique…
releases-history-file = historique
releases-of-model = Un modèle ne se publie pas : choisissez une plateforme.
releases-none = Cette plateforme n’a pas encore été publiée.
releases-none-at-all = Aucune plateforme n’a encore été publiée.
releases-day = En vigueur le
releases-day-wrong = Écrivez la date comme 12/10/2026.
releases-day-none = Rien n’était encore publié.
register-verifying = Vérification du registre…
release-open = Ouvrir
release-open-spoken = Ouvrir la publication nº { $number }
release-now = Comparer avec aujourd’hui
release-now-spoken = Comparer la publication nº { $number } avec aujourd’hui
release-since = Ce qui a changé
release-since-spoken = Ce qui a changé dans la publication nº { $number }
release-with = Comparer avec…
release-with-spoken = Comparer la publication nº { $number } avec une autre
release-number = Publication nº { $number }
release-changed = modifiée depuis sa publication
release-other-language = L’une des deux n’a pas de texte en { $language ->
    [fr] français
    [en] anglais
   *[other] langue { $language }
}. Choisissez une autre langue en haut de l’éditeur.
release-today = aujourd’hui
compared-title = { $from } et { $to }
compared-count = { $count ->
    [0] Aucune différence.
    [one] Une différence.
   *[other] { $count } différences.
}
command-compare = Comparer avec…
command-compare-hint = Compare cette charte avec son modèle, une autre charte, ce qui est enregistré ou publié, ou le chartrier avec un autre fichier.
compare-field = Comparer « { $name } » avec…
compare-model = Son modèle
compare-saved = Ce qui est enregistré
compare-release = Sa dernière publication
compare-file = Un autre fichier
compare-file-hint = Compare tout le chartrier avec une autre version
compared-saved = Enregistré
compared-absent = Cette charte n’existait pas encore : il n’y a rien à comparer.
compared-version = L’autre fichier
compared-now = ce chartrier
compared-charters = { $charters ->
    [0] Aucune charte ne diffère.
    [one] Une charte diffère
   *[other] { $charters } chartes diffèrent
}{ $count ->
    [0] {""}
    [one] {" "}en un endroit.
   *[other] {" "}en { $count } endroits.
}
compared-more = { $count ->
    [one] Et une autre différence.
   *[other] Et { $count } autres différences. La commande « chartrier diff » les donne toutes.
}
path-version-title = Comparer avec une autre version
path-version-hint = Un fichier .ron ou .json : une copie plus ancienne, ou celle d’un collègue.
compared-as-page = Ouvrir en page
online-same = La page en ligne dit ce que dit la publication nº { $number }
online-differs = La page en ligne diffère de la publication nº { $number }
online-no-release = Cette plateforme n’a pas de publication lisible. Publiez-la d’abord.
status-release = Publication nº { $number } du { $date }{ $changed ->
    [0] {""}
   *[other] , modifiée depuis
}
path-live-title = Vérifier la page en ligne
path-live = Comparer
path-live-hint = Dans le navigateur, enregistrez la page en ligne (HTML, texte…), puis indiquez ici ce fichier.
path-history-title = Exporter l’historique des publications
path-history = Exporter
path-history-hint = Un nom en .html donne une page, un nom en .pdf des pages PDF.
command-publish = Publier…
command-publish-hint = Enregistre, exporte et fige des chartes dans le registre des publications.
command-check-online = Vérifier la page en ligne…
command-check-online-hint = Compare une copie de la page en ligne avec la dernière publication.
command-show-releases = Publications
command-show-releases-hint = Montre ou cache le registre des publications.

## Tableau de bord

command-board = Tableau de bord
command-board-hint = Toutes les plateformes, à trier et à modifier ensemble.
board-close = Fermer le tableau de bord
board-counts = { $all ->
    [one] 1 plateforme
   *[other] { $all-said } plateformes
}{ $searched ->
    [0] {""}
   *[other] , { $shown ->
        [0] aucune affichée
        [one] 1 affichée
       *[other] { $shown-said } affichées
    }
}
board-reading = Lecture : { $done } sur { $of }
board-stop = Arrêter
board-stopped = La lecture a été arrêtée.
board-read-again = Relire
board-search = Chercher des plateformes
board-search-hint = Nom, adresse, suit:commun, manque:en…
board-search-help = Cherchez des mots, ou par exemple : suit:commun, -adaptée:oui, modèle-changé, langue:en, manque:en, constat:sans-traduction, publiée-avant:2026-01-01, caractéristique:matomo, champ:publisher.name=ville. Le menu « Filtrer » les écrit pour vous.
board-nothing-found = Aucune plateforme ne répond à cette recherche.
board-unknown-key = « { $key } » n’est pas un filtre connu : voyez le menu « Filtrer ».
board-no-value = Que chercher derrière « { $key }: » ? Écrivez-le sans espace.
board-wrong-value = « { $key } » ne peut pas être « { $value } ».
board-right-values = Après ces deux-points : { $values }.
board-filters = Filtrer
board-filter-follows = Modèle suivi
board-filter-adapted = Avec des adaptations
board-filter-not-adapted = Sans adaptation
board-filter-moved-on = Le modèle a changé depuis
board-filter-missing = Texte manquant : { language-name }
board-filter-findings = Constats
board-filter-any-finding = Avec un constat
board-filter-blocking = Qui empêche l’export
board-filter-unpublished = Jamais publiée
board-filter-changed = Modifiée depuis sa publication
kind-cycle = Modèles qui se suivent en rond
kind-unknown-model = Modèle absent
kind-unknown-field = Champ que rien ne définit
kind-unset-field = Champ sans valeur
kind-gone = Adaptation d’un élément disparu
kind-taken = Identifiant déjà pris
kind-untranslated = Texte sans traduction
board-choose-hint = Cochez des plateformes pour les modifier ensemble : Espace coche, Maj étend, Ctrl+A coche tout ; Entrée ouvre.
board-choose-all = Choisir toutes celles qui sont affichées
board-choose-none = Ne rien choisir
board-chosen = { $count ->
    [one] 1 choisie
   *[other] { $count-said } choisies
}{ $hidden ->
    [0] {""}
    [one] , dont 1 hors de la recherche
   *[other] , dont { $hidden-said } hors de la recherche
}
board-change = Modifier
board-check = Vérifier
board-export = Exporter…
board-changed = { $count ->
    [one] Une plateforme est modifiée ; Annuler la rétablit.
   *[other] { $count-said } plateformes sont modifiées ; Annuler les rétablit toutes.
}
board-removed = { $count ->
    [one] Une plateforme est supprimée ; Annuler la rétablit.
   *[other] { $count-said } plateformes sont supprimées ; Annuler les rétablit toutes.
}
board-name = Nom
board-follows = Modèle suivi
board-follows-none = aucun
board-adaptations = Adaptations
board-languages = Langues
board-updated = Mise à jour
board-release = Publication
board-findings = Constats
board-sort = Trier : { $column }
board-sorted-up = { $column } : tri croissant
board-sorted-down = { $column } : tri décroissant
board-adapted = { $moved ->
    [0] { $count }
   *[other] { $count }, { $moved } à revoir
}
board-written = { $language } { $percent } %
board-released = nº { $number } du { $date }
board-told-follows = Modèle suivi : { $value }
board-told-adaptations = Adaptations : { $value }
board-told-languages = Langues : { $value }
board-told-updated = Mise à jour : { $value }
board-told-release = Publication : { $value }
board-told-findings = Constats : { $value }
board-findings-of = { $kind } ({ $count })

bulk-field = Donner une valeur à un champ…
bulk-have-fact = Ajouter une caractéristique…
bulk-lack-fact = Retirer une caractéristique…
bulk-follow = Suivre un autre modèle…
bulk-add-language = Ajouter une langue…
bulk-hide-section = Masquer une section…
bulk-show-section = Réafficher une section…
bulk-add-row = Ajouter une ligne à un tableau…
bulk-remove-row = Retirer une ligne d’un tableau…
bulk-remove = Supprimer…
bulk-chosen = { $count ->
    [one] 1 plateforme choisie
   *[other] { $count-said } plateformes choisies
}
bulk-which-field = Champ
bulk-words = Valeur
bulk-clears = Rien : le champ reprend sa valeur par défaut
bulk-all-languages = Toutes les langues
bulk-language = Langue
bulk-language-hint = Les langues du chartrier se règlent dans ses propriétés.
bulk-fact = Caractéristique
bulk-model = Modèle à suivre
bulk-section = Section
bulk-table = Tableau de la section
bulk-row = Ligne
bulk-remove-title = Supprimer des plateformes
bulk-remove-hint = Elles quittent le chartrier ; ce qui est publié reste au registre.
bulk-not-asked = Choisissez d’abord ce qui doit changer.
bulk-planning = Ce qui changera : { $done } sur { $of }
bulk-removes = { $changes ->
    [0] Aucune plateforme ne sera supprimée
    [one] 1 plateforme sera supprimée
   *[other] { $changes-said } plateformes seront supprimées
}.
bulk-counts = { $changes ->
    [0] Aucune plateforme ne changera
    [one] 1 plateforme changera
   *[other] { $changes-said } plateformes changeront
}{ $same ->
    [0] {""}
    [one] , 1 est déjà ainsi
   *[other] , { $same-said } sont déjà ainsi
}{ $impossible ->
    [0] {""}
    [one] , 1 ne peut pas
   *[other] , { $impossible-said } ne peuvent pas
}.
bulk-changes = { $name }
bulk-changes-from = { $name } (aujourd’hui : { $value })
bulk-follows = { $name } : { $otherwise ->
    [0] se lira comme avant
    [one] 1 texte se lira autrement
   *[other] { $otherwise } textes se liront autrement
}{ $own ->
    [0] {""}
    [one] , 1 adaptation reste comme ajout
   *[other] , { $own } adaptations restent comme ajouts
}{ $dropped ->
    [0] {""}
    [one] , 1 n’a plus d’objet
   *[other] , { $dropped } n’ont plus d’objet
}
bulk-same = { $name } : déjà ainsi
bulk-impossible = { $name } : { $value }
bulk-own-texts = sa charte a ses propres textes
bulk-no-model = ce modèle n’existe plus
bulk-no-language = le chartrier n’a pas cette langue
bulk-no-section = n’a pas cette section
bulk-own-section = cette section est la sienne
bulk-hidden-by-model = son modèle la masque
bulk-no-table = n’a pas ce tableau
bulk-other-columns = son tableau a d’autres colonnes
bulk-taken = deux de ses lignes ont le même identifiant
bulk-do = { $count ->
    [0] Modifier
    [one] Modifier 1 plateforme
   *[other] Modifier { $count-said } plateformes
}
bulk-do-add = { $count ->
    [0] Ajouter
    [one] Ajouter à 1 plateforme
   *[other] Ajouter à { $count-said } plateformes
}
bulk-do-take = { $count ->
    [0] Retirer
    [one] Retirer d’une plateforme
   *[other] Retirer de { $count-said } plateformes
}
bulk-do-hide = { $count ->
    [0] Masquer
    [one] Masquer sur 1 plateforme
   *[other] Masquer sur { $count-said } plateformes
}
bulk-do-show = { $count ->
    [0] Réafficher
    [one] Réafficher sur 1 plateforme
   *[other] Réafficher sur { $count-said } plateformes
}
bulk-do-remove = { $count ->
    [0] Supprimer
    [one] Supprimer 1 plateforme
   *[other] Supprimer { $count-said } plateformes
}
deed-many-fields = champ de plusieurs plateformes
deed-many-facts = caractéristique de plusieurs plateformes
deed-many-follow = modèle de plusieurs plateformes
deed-many-languages = langue de plusieurs plateformes
deed-many-hide = section masquée sur plusieurs plateformes
deed-many-show = section réaffichée sur plusieurs plateformes
deed-many-add-row = ligne ajoutée sur plusieurs plateformes
deed-many-remove-row = ligne retirée de plusieurs plateformes
deed-many-remove = plusieurs plateformes supprimées
## Adaptations dont le modèle a changé

moved-title = Adaptations à revoir
moved-none = Aucune adaptation n’est à revoir.
moved-looking = Recherche des adaptations à revoir…
moved-stop = Arrêter la recherche
moved-place = { $name } · { $place }
moved-language = En { language-name }
moved-stays = Adapté aussi en { language-name }, où le modèle n’a pas changé : cela reste.
moved-open = Aller à ce texte
moved-keep = Garder le mien
moved-keep-hint = Garde ce qui est écrit ici. Il n’est plus à revoir tant que le modèle reste tel quel.
moved-take = Prendre celui du modèle
moved-take-hint = Ce texte suit de nouveau le modèle. Ce qui est adapté dans une langue où le modèle n’a pas changé reste.
moved-merge = Fusionner…
moved-merge-hint = Réunit les mots que le modèle a changés et ceux qui ont été changés ici.
moved-others-stay = Les autres paragraphes ne changent pas.
moved-together = Les deux ensemble
moved-together-line = { $count ->
    [one] Texte réuni
   *[other] Texte réuni, ligne { $at } sur { $count }
}
moved-only-removed = Rien n’est à récrire : des lignes sont retirées.
moved-undecided = Entre crochets : les mots du modèle, puis ceux d’ici. Gardez ceux qui conviennent.
moved-use = Utiliser ce texte
moved-keep-all = Garder les { $count } d’ici
moved-take-all = Prendre les { $count } du modèle
moved-next = Suivante
moved-previous = Précédente
moved-no-cell = (pas de cellule)
status-moved = { $count ->
    [one] 1 adaptation à revoir
   *[other] { $count } adaptations à revoir
}

## Suivre un autre modèle

follow-title = « { $name } » suivra « { $model } »
follow-kept = { $count ->
    [one] 1 adaptation reste.
   *[other] { $count } adaptations restent.
}
follow-said = { $count ->
    [one] 1 adaptation n’est plus utile : le modèle dit la même chose.
   *[other] { $count } adaptations ne sont plus utiles : le modèle dit la même chose.
}
follow-own = N’a pas sa place dans le modèle, et reste comme ajout : { $place }
follow-dropped = N’est plus adapté, car le modèle ne l’a pas : { $place }
follow-nothing = Rien n’est adapté.
follow-differences = { $count ->
    [0] La charte se lira comme avant.
    [one] 1 différence dans la charte :
   *[other] { $count } différences dans la charte :
}
follow-do = Suivre ce modèle

## Créer un modèle à partir de plateformes

lift-title = Créer un modèle à partir de plateformes
lift-text = Ce que disent la plupart de ces plateformes devient un modèle, qu’elles suivent. Ce qui leur est propre leur reste, et chaque charte s’affiche exactement comme avant.
lift-name = Nom du modèle
lift-all = Tout cocher
lift-none = Tout décocher
lift-look = Voir ce qu’elles partagent
lift-looking = Comparaison : { $done } sur { $of }
lift-stop = Arrêter
lift-back = Revenir au choix
lift-do = Créer ce modèle
lift-summary = { $sections ->
    [0] Aucune section commune
    [one] 1 section commune
   *[other] { $sections } sections communes
}, { $adaptations ->
    [0] aucune adaptation
    [one] 1 adaptation dans 1 plateforme
   *[other] { $adaptations } adaptations dans { $platforms ->
        [one] 1 plateforme
       *[other] { $platforms } plateformes
    }
}
lift-model = « { $name } »
lift-follows = Il suivra { $model }, que suivent toutes ces plateformes.
lift-leaves = Elles ne suivront plus { $models } : ce qui y changera ne leur parviendra plus.
lift-leaves-all = Ces plateformes ne suivent aucun modèle en commun : elles quittent { $count ->
    [one] { $models }
   *[other] leurs modèles ({ $models })
}, et ce qui y changera ne leur parviendra plus.
lift-sections = Ce que dira le modèle
lift-no-heading = (section sans intertitre)
lift-platforms = Ce qui reste à chacune
lift-platform = { $name } : { $count ->
    [0] rien
    [one] 1 adaptation
   *[other] { $count } adaptations
}
lift-unsound = { $name } reste à part : sa charte a un constat à corriger d’abord.
lift-other = { $name } reste à part : sa charte se lirait autrement.
lift-nothing = Ces plateformes n’ont aucune section en commun.
lift-too-few = Il faut au moins deux plateformes qui puissent suivre un même modèle.
