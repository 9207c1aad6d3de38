# Words of the interface, English.

## Files

file-unknown-notation = This file is neither .ron nor .json. Choose a name that ends in one of them: { $path }
file-not-found = There is no such file. Check the name: { $path }
file-exists = There is a file of that name already, and it was left as it is. Choose another name: { $path }
file-is-folder = This is a folder. Name a .ron or .json file: { $path }
file-too-large = This file is larger than any collection. Check the name: { $path }
file-changed-meanwhile = Something else has written this file since it was opened, and it was left as it is. Save under another name, or open it again: { $path }
file-read = The file could not be read: { $error }. Check that you may read it: { $path }
file-write = The file could not be written: { $error }. Nothing is lost: the old file is as it was, and your work is still here. Save under another name: { $path }
made-collection = Written: { $path }

system-permission = permission denied
system-not-found = no such folder
system-full = the disk is full
system-read-only = the disk cannot be written
system-not-a-folder = a part of the path is not a folder

unreadable-empty = This file is empty. Make a collection with “chartrier new”, or open another file.
unreadable-not-text = This file is not UTF-8 text. Open a .ron or .json collection.
unreadable-too-deep = This file nests deeper than any collection does. Open a .ron or .json collection.
unreadable-end = This file stops in the middle. Take it from a backup, or complete it.
unreadable-too-new = This file has the format { $value }, which a newer version of Chartrier writes. Install that version; the file was left as it is.
unreadable-missing-key = “{ $value }” is missing. Add it.
unreadable-unknown-key = “{ $value }” is not known here. { $known ->
    [0] Take it out.
   *[other] Known are: { $expected }.
}
unreadable-other = This is not a collection: { $value }.
unreadable-at-path = In { $path }

## Export

export-unknown-platform = No platform has the id “{ $id }”. The ids stand in the collection file and in the window.
export-unknown-language = None of the chosen platforms has the language “{ $language }”.
export-write = The file could not be written: { $error }. Check the folder: { $path }
export-failed = Not exported: { $target }: { $reason }
export-done = { $files ->
    [one] One file written
   *[other] { $files } files written
}, { $failed ->
    [0] nothing failed
    [one] one charter not exported
   *[other] { $failed } charters not exported
}: { $path }
no-display = There is no display to open the window on. Charters can be exported without one: chartrier export COLLECTION --out DIR
no-renderer = The window could not be opened: { $error }. Charters can be exported without it: chartrier export COLLECTION --out DIR

## Findings

problem-cycle = These models follow each other in a circle: { $value }. Make one of them follow something else.
problem-unknown-model = It follows the model “{ $value }”, which this collection does not have. Choose another model.
problem-unknown-field = Nothing defines the field “{ $value }”. Correct its name, or define it.
problem-unset-field = The field “{ $value }” has no value on this platform. Set it in the platform’s properties.
problem-gone = This adapts something that the model no longer has. Return to the model, or add it here.
problem-taken = The model has something with the same id. Give one of them another id.
problem-untranslated = There is no text in “{ $wanted }”: the one in “{ $instead }” stands in.

element-title = title
element-section = section { $path }
element-heading = heading: { $path }
element-body = text: { $path }
element-column = column { $path }
element-row = row { $path }
element-cell = cell { $path }
