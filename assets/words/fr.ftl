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
command-new = Nouveau chartrier
command-open = Ouvrir…
command-save = Enregistrer
command-save-as = Enregistrer sous…
command-export = Exporter les chartes…
command-quit = Quitter
command-undo = Annuler
command-redo = Rétablir
command-with-deed = { $command } : { $deed }
command-add-platform = Ajouter une plateforme…
command-remove-platform = Supprimer cette plateforme
command-add-section = Ajouter une section
command-next-platform = Plateforme suivante
command-previous-platform = Plateforme précédente
command-about = À propos de Chartrier
theme-system = Clair ou sombre selon le système
theme-light = Clair
theme-dark = Sombre

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
