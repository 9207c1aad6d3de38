# Les mots de l’interface, français.

## Fichiers

file-unknown-notation = Ce fichier n’est ni .ron ni .json. Choisissez un nom qui se termine par l’un des deux : { $path }
file-not-found = Ce fichier n’existe pas. Vérifiez le nom : { $path }
file-exists = Un fichier porte déjà ce nom ; il n’a pas été touché. Choisissez un autre nom : { $path }
file-is-folder = C’est un dossier. Indiquez un fichier .ron ou .json : { $path }
file-too-large = Ce fichier est plus gros qu’aucun chartrier. Vérifiez le nom : { $path }
file-changed-meanwhile = Ce fichier a été modifié ailleurs depuis son ouverture ; il n’a pas été touché. Enregistrez sous un autre nom, ou rouvrez-le : { $path }
file-read = Lecture impossible : { $error }. Vérifiez que vous avez le droit de lire ce fichier : { $path }
file-write = Écriture impossible : { $error }. Rien n’est perdu : ce qui existait est intact. Enregistrez ailleurs ou sous un autre nom : { $path }
made-collection = Écrit : { $path }

system-permission = accès refusé
system-not-found = ce dossier n’existe pas
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
export-failed = Non exportée : { $target } : { $reason }
export-done = { $files ->
    [0] Aucun fichier écrit
    [one] Un fichier écrit
   *[other] { $files } fichiers écrits
}, { $failed ->
    [0] aucun échec
    [one] une charte non exportée
   *[other] { $failed } chartes non exportées
} : { $path }
no-display = Aucun écran où ouvrir la fenêtre. Les chartes s’exportent sans elle : chartrier export CHARTRIER --out DOSSIER
no-renderer = La fenêtre n’a pas pu s’ouvrir : { $error }. Les chartes s’exportent sans elle : chartrier export CHARTRIER --out DOSSIER

## Constats

problem-cycle = Ces modèles se suivent en rond : { $value }. Faites suivre autre chose à l’un d’eux.
problem-unknown-model = La charte suit le modèle « { $value } », absent de ce chartrier. Choisissez un autre modèle.
problem-unknown-field = Rien ne définit le champ « { $value } ». Corrigez son nom, ou définissez-le.
problem-unset-field = Le champ « { $value } » n’a pas de valeur sur cette plateforme. Indiquez-la dans les propriétés de la plateforme.
problem-gone = Cette adaptation porte sur un élément que le modèle n’a plus. Revenez au modèle, ou ajoutez l’élément ici.
problem-taken = Le modèle a un élément de même identifiant. Donnez un autre identifiant à l’un des deux.
problem-untranslated = Pas de texte en « { $wanted } » : celui en « { $instead } » le remplace.

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
command-quit = Quitter
command-quit-hint = Ferme le programme ; ce qui n’est pas enregistré est demandé.
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
command-collapse-all = Replier les sections
command-collapse-all-hint = Ne montre que les titres des sections.
command-expand-all = Déplier les sections
command-expand-all-hint = Montre toutes les sections en entier.
command-next-part = Panneau suivant
command-next-part-hint = Met le curseur dans le panneau suivant.
command-previous-part = Panneau précédent
command-previous-part-hint = Met le curseur dans le panneau précédent.
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
command-in-english = Interface en anglais
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
command-remove-platform = Supprimer de la liste
command-remove-platform-hint = Supprime cette plateforme ou ce modèle ; Annuler la rétablit.
command-properties = Propriétés
command-properties-hint = Nom, adresse, langues, champs et caractéristiques.
command-collection-properties = Propriétés du chartrier…
command-collection-properties-hint = Langues, champs et caractéristiques communs.
command-add-section = Ajouter une section
command-add-section-hint = Ajoute une section sous celle-ci.
command-duplicate-section = Dupliquer la section
command-duplicate-section-hint = Ajoute une copie de cette section.
command-split-section = Couper la section au curseur
command-split-section-hint = Ce qui suit le curseur devient une section.
command-join-section = Joindre à la section précédente
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
command-typography = Typographie pendant la saisie
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
command-hide-row-hint = N’affiche plus cette ligne sur cette plateforme, ou de nouveau.
command-remove-row = Supprimer la ligne
command-remove-row-hint = Supprime les lignes choisies.
command-fill-down = Recopier vers le bas
command-fill-down-hint = Met le contenu de la première cellule dans celles du dessous.
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
write-in = Rédiger en { $language }
title = Titre
heading-of = Intertitre : { $section }
body-of = Texte : { $section }
level = Niveau { $level }
hidden = masqué
hidden-hint = Cet élément n’apparaît pas sur cette plateforme. Le modèle le garde.
own = propre
own-hint = Rédigé ici.
inherited = vient de « { $name } »
inherited-hint = Ce texte vient de « { $name } ». Ce que vous tapez peut le modifier partout, ou ici seulement.
adapted = adapté ici
adapted-moved-on = adapté ici ; le modèle a changé depuis
adapted-hint = Ce texte remplace ce que dit « { $name } ».
back-to-model = Revenir à ce que dit « { $name } »
only-when = seulement si la plateforme a : { $fact }
choice-inherited = Le texte venait de « { $name } ». Votre modification vaut :
choice-everywhere = Modifier partout ({ $count ->
    [0] aucune plateforme
    [one] 1 plateforme
   *[other] { $count } plateformes
})
choice-everywhere-keys = Ctrl+Maj+Entrée
choice-here = Adapter ici
choice-here-keys = Ctrl+Entrée
choice-drop = Revenir à l’ancien texte
show-section = Réafficher : { $section }
hide-section = Masquer ici : { $section }
remove-section = Supprimer : { $section }
section-up = Monter : { $section }
section-down = Descendre : { $section }
add-section-below = Ajouter une section dessous : { $section }
add-table = Ajouter un tableau de cookies : { $section }
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
consent-exempt = sans consentement
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
not-a-date = Écrivez la date sous la forme 2026-11-22.
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
no-findings = Aucun constat
findings = { $count ->
    [one] 1 constat
   *[other] { $count } constats
}
notice-saved = Le chartrier est enregistré.
notice-removed = La plateforme est supprimée. Annuler la rétablit.

## Dialogues

cancel = Annuler
close = Fermer
add = Ajouter
browse = Parcourir…
unsaved-title = Enregistrer les modifications ?
unsaved-text = Vos modifications ne sont pas encore dans le fichier.
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
save-elsewhere = Enregistrer ailleurs…
comments-title = Les commentaires de ce fichier seront perdus
comments-text = Quelqu’un a écrit des commentaires à la main dans ce fichier. L’enregistrement garde tout, sauf eux.
comments-save = Enregistrer sans eux
export-title = Exporter les chartes
export-all = Toutes les plateformes
export-this = Seulement { $name }
export-folder = Dossier
export-do = Exporter
exporting = { $done } charte(s) sur { $of }…
export-stopped = L’export a été arrêté.
export-summary = { $files ->
    [0] Aucun fichier écrit
    [one] 1 fichier écrit
   *[other] { $files } fichiers écrits
}, { $failed ->
    [0] aucun échec.
    [one] 1 charte non exportée :
   *[other] { $failed } chartes non exportées :
}
format-html = Page web
format-fragment = Fragment pour un portail
format-markdown = Markdown
format-text = Texte brut
work-lost = Ce travail s’est terminé sans résultat, par une faute du programme. Rien n’est modifié ; réessayez.
about = Version { $version }. Des chartes cookies écrites une fois et tenues à jour sur de nombreuses plateformes. Rien ne quitte cet ordinateur. Aucun juriste n’a relu les textes du modèle de départ.

## Autres

deed-spread = modification partout
choice-cell = « { $column } », ligne { $row } :
hidden-columns = { $count ->
    [one] Afficher 1 colonne masquée
   *[other] Afficher { $count } colonnes masquées
}
remove-table = Supprimer le tableau : { $section }
no-system-dialog = Le système n’a pas pu montrer sa fenêtre de choix : tapez le chemin.
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
not-an-address = Ce n’est pas une adresse. Écrivez-la comme https://data.exemple.fr
moved = déplacée ici
moved-hint = Cette section n’est pas à la place que lui donne le modèle.
not-here = pas affichée ici
add-platform-title = Ajouter une plateforme

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
link-words = Mots du lien
link-leads = Mène à { $address }
link-make = Valider
link-take-away = Retirer le lien
address-empty = Une page (exemple.fr/aide), une adresse électronique ou un numéro de téléphone.
address-space = Une adresse ne contient pas d’espace.
address-scheme = Un lien ne peut pas commencer par « { $scheme }: ».
address-relative = Il manque le nom du site. Écrivez l’adresse entière, ou commencez par un champ.
address-nothing = Ce n’est pas une adresse. Écrivez-la comme exemple.fr/aide ou contact@exemple.fr.
