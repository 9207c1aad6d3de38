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
menu-section = Section
menu-text = Text
menu-table = Table
command-new = New collection…
command-new-hint = Starts another collection, from a ready model or empty.
command-open = Open…
command-open-hint = Opens a .ron or .json file.
command-start = Start page
command-start-hint = Shows recent files, examples and starters.
command-save = Save
command-save-hint = Writes the collection to its file.
command-save-as = Save as…
command-save-as-hint = Writes the collection to another file.
command-export = Export charters…
command-export-hint = Writes finished charters to a folder.
command-open-in-browser = Open in the browser
command-open-in-browser-hint = Shows this charter as visitors will see it.
command-quit = Quit
command-quit-hint = Closes the program; unsaved changes are asked about.
command-undo = Undo
command-undo-hint = Takes the last step back.
command-redo = Redo
command-redo-hint = Makes the undone step again.
command-history = History
command-history-hint = Shows the steps, to go back to one of them.
command-find = Find
command-find-hint = Looks for words in this charter.
command-find-next = Next match
command-find-next-hint = Goes to the next match.
command-find-previous = Previous match
command-find-previous-hint = Goes to the previous match.
command-replace = Replace
command-replace-hint = Replaces words in this charter.
command-quick-open = Go to…
command-quick-open-hint = Goes to a platform, a section or a cookie by its name.
command-back = Back
command-back-hint = Goes back to where you were.
command-forward = Forward
command-forward-hint = Goes again to where you came back from.
command-palette = All commands…
command-palette-hint = Finds a command by its name.
command-show-platforms = List of platforms
command-show-platforms-hint = Shows or hides the list at the left.
command-show-preview = Preview
command-show-preview-hint = Shows or hides the preview.
command-show-findings = Findings
command-show-findings-hint = Shows or hides the findings.
command-next-finding = Next finding
command-next-finding-hint = Goes to the next finding of this charter.
command-show-source = Source in the preview
command-show-source-hint = Shows the page or its source.
command-phone-width = Width of a phone
command-phone-width-hint = Shows the page as on a phone.
command-mark-changes = Mark changes
command-mark-changes-hint = Marks what has changed since the last save.
command-next-language = Next language of the charter
command-next-language-hint = Writes in the next language.
command-show-reference = Reference text
command-show-reference-hint = Shows the other language beside the one being written.
command-collapse-all = Collapse sections
command-collapse-all-hint = Shows only the headings of sections.
command-expand-all = Expand sections
command-expand-all-hint = Shows all sections in full.
command-next-part = Next panel
command-next-part-hint = Puts the cursor in the next panel.
command-previous-part = Previous panel
command-previous-part-hint = Puts the cursor in the previous panel.
command-zoom-in = Zoom in
command-zoom-in-hint = Makes everything larger (Ctrl and +).
command-zoom-out = Zoom out
command-zoom-out-hint = Makes everything smaller (Ctrl and −).
command-zoom-reset = Normal size
command-zoom-reset-hint = Goes back to the normal size.
command-theme-system = Light or dark as the system
command-theme-system-hint = Follows the system’s setting.
command-theme-light = Light theme
command-theme-light-hint = A light ground.
command-theme-dark = Dark theme
command-theme-dark-hint = A dark ground.
command-in-french = Interface in French
command-in-french-hint = The program speaks French.
command-in-english = Interface in English
command-in-english-hint = The program speaks English.
command-next-platform = Next platform
command-next-platform-hint = Goes to the next platform of the list.
command-previous-platform = Previous platform
command-previous-platform-hint = Goes to the previous platform of the list.
command-add-platform = Add a platform…
command-add-platform-hint = Its address is enough: it follows the model.
command-add-model = Add a model charter…
command-add-model-hint = A charter that others can follow.
command-duplicate = Duplicate
command-duplicate-hint = Makes a copy of this platform or model.
command-rename = Rename
command-rename-hint = Changes the name of this platform or model.
command-move-up = Move up in the list
command-move-up-hint = Puts it before the one above.
command-move-down = Move down in the list
command-move-down-hint = Puts it after the one below.
command-remove-platform = Remove from the list
command-remove-platform-hint = Removes this platform or model; Undo brings it back.
command-properties = Properties
command-properties-hint = Name, address, languages, fields and features.
command-collection-properties = Properties of the collection…
command-collection-properties-hint = Common languages, fields and features.
command-add-section = Add a section
command-add-section-hint = Adds a section below this one.
command-duplicate-section = Duplicate the section
command-duplicate-section-hint = Adds a copy of this section.
command-split-section = Split the section at the cursor
command-split-section-hint = What follows the cursor becomes a section.
command-join-section = Join to the previous section
command-join-section-hint = Puts this text at the end of the previous one.
command-section-up = Move the section up
command-section-up-hint = Puts it before the previous section.
command-section-down = Move the section down
command-section-down-hint = Puts it after the next section.
command-indent = Lower by a level
command-indent-hint = Makes this section a subsection.
command-outdent = Raise by a level
command-outdent-hint = Raises the level of this section.
command-hide-section = Hide or show here
command-hide-section-hint = Stops showing this section here, or shows it again.
command-remove-section = Remove the section
command-remove-section-hint = Removes a section written here.
command-collapse = Collapse or expand the section
command-collapse-hint = Shows only this section’s heading, or all of it.
command-adapt-here = Adapt here
command-adapt-here-hint = This text will change on this platform alone.
command-edit-everywhere = Change everywhere
command-edit-everywhere-hint = This text will change for all that show it.
command-back-to-model = Back to the model
command-back-to-model-hint = Takes the model’s text again.
command-difference = Show the difference with the model
command-difference-hint = Compares this text with the model’s, word by word.
command-add-table = Add a cookie table
command-add-table-hint = Adds a table to this section.
command-remove-table = Remove the table
command-remove-table-hint = Removes this section’s table.
command-bold = Bold
command-bold-hint = Makes the selected words bold.
command-italic = Italic
command-italic-hint = Makes the selected words italic.
command-link = Link…
command-link-hint = Makes a link of the selected words.
command-bullets = Bulleted list
command-bullets-hint = Makes a list of the selected lines.
command-numbers = Numbered list
command-numbers-hint = Numbers the selected lines.
command-insert-field = Insert a field…
command-insert-field-hint = A value of each platform’s own.
command-no-break-space = No-break space
command-no-break-space-hint = A space that ends no line.
command-typography = Typography while typing
command-typography-hint = Quotation marks, apostrophes and no-break spaces while typing.
command-add-row = Add a row
command-add-row-hint = Adds a cookie below this row.
command-duplicate-row = Duplicate the row
command-duplicate-row-hint = Adds a copy of this row.
command-row-up = Move the row up
command-row-up-hint = Puts it before the previous row.
command-row-down = Move the row down
command-row-down-hint = Puts it after the next row.
command-hide-row = Hide or show the row here
command-hide-row-hint = Stops showing this row here, or shows it again.
command-remove-row = Remove the row
command-remove-row-hint = Removes the selected rows.
command-fill-down = Fill down
command-fill-down-hint = Puts what the first cell says in those below.
command-cookie-form = Cookie form…
command-cookie-form-hint = Shows each field of this row, explained.
command-add-column = Add a column…
command-add-column-hint = Adds a column to this table.
command-edit-column = Label and role of the column…
command-edit-column-hint = Changes what the column is called and what it says.
command-hide-column = Hide or show the column
command-hide-column-hint = Keeps the column without showing it, or shows it.
command-column-left = Move the column left
command-column-left-hint = Puts it before the previous column.
command-column-right = Move the column right
command-column-right-hint = Puts it after the next column.
command-remove-column = Remove the column
command-remove-column-hint = Removes this column and its cells.
command-edit-table = Category and consent…
command-edit-table-hint = Says what this table’s cookies are for.
command-shortcuts = Help and shortcuts
command-shortcuts-hint = Shows the keys and the first steps.
command-about = About Chartrier
command-about-hint = Version and licences.
command-with-deed = { $command }: { $deed }

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
deed-split-section = section split
deed-join-section = sections joined
deed-duplicate-section = section duplicated
deed-level = level of a section
deed-paste = paste
deed-fill = fill down
deed-clear = cells cleared
deed-duplicate-row = row duplicated
deed-columns = columns
deed-nature = category of the table
deed-when = condition
deed-replace = replacement
deed-add-model = new model
deed-remove-model = model removed
deed-duplicate = copy
deed-reorder = order of the list
deed-languages = languages
deed-fields = fields
deed-facts = features
deed-follow = model followed
deed-format = formatting

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

## Writing texts

text-cut = Cut
text-copy = Copy
text-paste = Paste
text-paste-plain = Paste as plain text
text-select-all = Select all
fields-filter = Find a field
fields-none = No field has this name.
fields-offer = Field { $label }: { $value }
field-platform-name = Name of the platform
field-platform-url = Address of the platform
field-platform-host = Domain name of the platform
field-updated = Date of the last update
link-title = Link
link-address = Address of the link
link-words = Words of the link
link-leads = Leads to { $address }
link-make = OK
link-take-away = Remove the link
address-empty = A page (example.com/help), an email address or a telephone number.
address-space = An address has no space in it.
address-scheme = A link cannot begin with “{ $scheme }:”.
address-relative = The name of the site is missing. Write the whole address, or begin with a field.
address-nothing = This is not an address. Write it like example.com/help or contact@example.com.
