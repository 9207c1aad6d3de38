# Les mots de l’interface, français.

## Fichiers

file-unknown-notation = Ce fichier n’est ni .ron ni .json. Choisissez un nom qui se termine par l’un des deux : { $path }
file-not-found = Ce fichier n’existe pas. Vérifiez le nom : { $path }
file-exists = Un fichier porte déjà ce nom ; il n’a pas été touché. Choisissez un autre nom : { $path }
file-is-folder = C’est un dossier. Indiquez un fichier .ron ou .json : { $path }
file-too-large = Ce fichier est plus gros qu’aucun chartrier. Vérifiez le nom : { $path }
file-changed-meanwhile = Ce fichier a été modifié ailleurs depuis son ouverture ; il n’a pas été touché. Enregistrez sous un autre nom, ou rouvrez-le : { $path }
file-read = Lecture impossible : { $error }. Vérifiez que vous avez le droit de lire ce fichier : { $path }
file-write = Écriture impossible : { $error }. Rien n’est perdu : l’ancien fichier est intact et votre travail est toujours là. Enregistrez sous un autre nom : { $path }
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
unreadable-other = Ce n’est pas un chartrier : { $value }.
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
