# Words of the interface, English.

## Files

file-unknown-notation = This file is neither .ron nor .json. Choose a name that ends in one of them: { $path }
file-not-found = There is no such file. Check the name: { $path }
file-exists = There is a file of that name already, and it was left as it is. Choose another name: { $path }
file-is-folder = This is a folder. Name a .ron or .json file: { $path }
file-too-large = This file is larger than any collection. Check the name: { $path }
file-changed-meanwhile = Something else has written this file since it was opened, and it was left as it is. Save under another name, or open it again: { $path }
file-read = The file could not be read: { $error }. Check that you may read it: { $path }
file-write = The file could not be written: { $error }. Nothing is lost: what was there is as it was. Save elsewhere or under another name: { $path }
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
unreadable-other = This file is not a valid collection. Correct it at this place; technical detail: { $value }.
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

## Menus and commands

menu-file = File
menu-edit = Edit
menu-view = View
menu-charter = Charter
menu-help = Help
command-new = New collection
command-open = Open…
command-save = Save
command-save-as = Save as…
command-export = Export charters…
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-with-deed = { $command }: { $deed }
command-add-platform = Add a platform…
command-remove-platform = Remove this platform
command-add-section = Add a section
command-next-platform = Next platform
command-previous-platform = Previous platform
command-about = About Chartrier
theme-system = Light or dark as the system
theme-light = Light
theme-dark = Dark

## Steps of the history

deed-type = typing
deed-adapt = adaptation
deed-back-to-model = return to the model
deed-add-section = new section
deed-remove-section = section removed
deed-move-section = section moved
deed-add-row = new row
deed-remove-row = row removed
deed-move-row = row moved
deed-hide = hidden
deed-show = shown again
deed-add-table = new table
deed-remove-table = table removed
deed-add-platform = new platform
deed-remove-platform = platform removed
deed-properties = properties

## List of platforms

filter = Filter by name or address
models = Model charters
platforms = Platforms ({ $count })
nothing-found = No platform has these words.
model-named = Model charter { $name }{ $adapted ->
    [0] {""}
    [one] , 1 adaptation
   *[other] , { $adapted } adaptations
}
platform-named = Platform { $name }{ $adapted ->
    [0] {""}
    [one] , 1 adaptation
   *[other] , { $adapted } adaptations
}
nothing-title = This collection has no charter yet.
nothing-text = Add a platform to begin with.

## Editor

follows = follows “{ $name }”
follows-hint = This charter shows what the model says, but for what is adapted here.
followed-by = { $count ->
    [0] no platform follows it
    [one] 1 platform follows it
   *[other] { $count } platforms follow it
}
charter-language = Language:
write-in = Write in { $language }
title = Title
heading-of = Heading: { $section }
body-of = Text: { $section }
level = Level { $level }
hidden = hidden
hidden-hint = This is not shown on this platform. The model keeps it.
own = own
own-hint = Written here.
inherited = from “{ $name }”
inherited-hint = This comes from “{ $name }”. What you type can change it everywhere, or here alone.
adapted = adapted here
adapted-moved-on = adapted here; the model has changed since
adapted-hint = This stands in the place of what “{ $name }” says.
back-to-model = Return to what “{ $name }” says
only-when = only where the platform has: { $fact }
choice-inherited = The text came from “{ $name }”. Your change is for:
choice-everywhere = Change everywhere ({ $count ->
    [one] 1 platform
   *[other] { $count } platforms
})
choice-everywhere-keys = Ctrl+Shift+Enter
choice-here = Adapt here
choice-here-keys = Ctrl+Enter
choice-drop = Back to the old text
show-section = Show again: { $section }
hide-section = Hide here: { $section }
remove-section = Remove: { $section }
section-up = Move up: { $section }
section-down = Move down: { $section }
add-section-below = Add a section below: { $section }
add-table = Add a cookie table: { $section }
refused = This change could not be made: { $reason }.

## Cookie table

category-necessary = Necessary cookies
category-functional = Functional cookies
category-audience = Audience measurement
category-personalisation = Personalisation
category-advertising = Advertising
category-social = Social networks
category-other = Other cookies
consent-required = with the visitor’s consent
consent-exempt = without consent
rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
as-above = as above
cell-name = { $column }, row { $row } of { $rows }: { $says }
row-menu = Actions for row { $row }
row-add = Add a row
row-add-here = Add a row here only
row-add-everywhere = Add a row everywhere
row-add-below = Add a row below
row-add-below-here = Add a row below, here only
row-add-below-everywhere = Add a row below, everywhere
row-up = Move up
row-down = Move down
row-hide-here = Hide here
row-remove-everywhere = Remove everywhere ({ $count ->
    [one] 1 platform
   *[other] { $count } platforms
})
row-remove = Remove
row-show = Show again
cell-back-to-model = Return to the model: { $column }

## Properties

properties = Properties
property-name = Name
property-url = Address
property-updated = Updated on
property-facts = Features
not-a-date = Write the date as 2026-11-22.
field-publisher-name = Publisher
field-publisher-contact = Publisher’s contact
field-dpo-contact = Data protection officer
field-preferences-url = Preference centre
field-privacy-url = Privacy policy
field-accessibility-url = Accessibility statement

## Preview and status

preview = Preview
preview-hint = Click a text to edit it
status-saved = Saved
status-saving = Saving…
status-modified = Unsaved changes
status-unsaved-copy = Not in a file yet
status-platforms = { $count ->
    [one] 1 platform
   *[other] { $count } platforms
}
no-findings = No findings
findings = { $count ->
    [one] 1 finding
   *[other] { $count } findings
}
notice-saved = The collection was saved.
notice-removed = The platform was removed. Undo brings it back.

## Dialogs

cancel = Cancel
close = Close
add = Add
browse = Browse…
unsaved-title = Save the changes?
unsaved-text = What you changed is not in the file yet.
unsaved-save = Save
unsaved-drop = Do not save
path-open-title = Open a collection
path-save-title = Save the collection
path-open = Open
path-save = Save
path = Path of the file
path-hint = Choose the file in the system’s window, or type its path here (.ron or .json).
overwrite-title = Replace the file?
overwrite = Replace
save-elsewhere = Save elsewhere…
comments-title = The comments of this file will be lost
comments-text = Someone wrote comments into this file by hand. Saving keeps everything but them.
comments-save = Save without them
export-title = Export charters
export-all = All platforms
export-this = Only { $name }
export-folder = Folder
export-do = Export
exporting = { $done } of { $of } charters…
export-stopped = The export was stopped.
export-summary = { $files ->
    [one] 1 file written
   *[other] { $files } files written
}, { $failed ->
    [0] nothing failed.
    [one] 1 charter not exported:
   *[other] { $failed } charters not exported:
}
format-html = Web page
format-fragment = Fragment for a portal
format-markdown = Markdown
format-text = Plain text
work-lost = This work ended without a result, through a fault of the program. Nothing was changed; try again.
about = Version { $version }. Cookie charters, written once and kept for many platforms. Nothing leaves this machine. No lawyer has reviewed the texts of the starter.

## Others

deed-spread = change everywhere
choice-cell = “{ $column }”, row { $row }:
hidden-columns = { $count ->
    [one] Show 1 hidden column
   *[other] Show { $count } hidden columns
}
remove-table = Remove the table: { $section }
no-system-dialog = The system could not show its file window: type the path.
export-where = Folder: { $path }
report-failed = The report could not be written: { $error }
comments-lost = The file’s comments are not kept in the copy.
drop-adaptation = Drop this adaptation
role-provider = Provider
role-service = Service and place
role-name = Cookie name
role-purpose = Purpose
role-duration = Duration
file-not-a-file = This is not an ordinary file. Check the name: { $path }
system-is-a-folder = a folder has this name
system-exists = a file has this name
not-an-address = This is not an address. Write it like https://data.example.org
moved = moved here
moved-hint = This section is not where the model has it.
not-here = not shown here
add-platform-title = Add a platform
