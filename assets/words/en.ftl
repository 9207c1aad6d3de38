# Words of the interface, English.

## Files

file-unknown-notation = This file is neither .ron nor .json. Choose a name that ends in one of them: { $path }
file-not-found = There is no such file. Check the name: { $path }
file-exists = There is a file of that name already, and it was left as it is. Choose another name: { $path }
file-is-folder = This is a folder. Name a .ron or .json file: { $path }
file-too-large = This file is larger than any collection. Check the name: { $path }
file-changed-meanwhile = This file was changed elsewhere since it was opened, and your changes are not in it. Save them under another name, or replace what was written meanwhile: { $path }
file-read = The file could not be read: { $error }. Check that you may read it: { $path }
file-write = The file could not be written: { $error }. Nothing is lost: what was there is as it was. Save elsewhere or under another name: { $path }
made-collection = Written: { $path }

system-permission = permission denied
system-not-found = not found
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
export-render = { $format }: { $reason }
render-template = { $line ->
    [0] The template { $name } does not work. Correct it, then export again: { $message }
   *[other] The template { $name } does not work, line { $line }. Correct it, then export again: { $message }
}
render-endless = { $line ->
    [0] The template { $name } does not come to an end, or makes far too much. Shorten its loops, then export again.
   *[other] The template { $name } does not come to an end, or makes far too much: it had got to line { $line }. Shorten its loops, then export again.
}
render-layout = The built-in layout fails on this charter, through a fault of the program. Export the other formats, and report this: { $message }
render-letters = { $placed ->
    [0] No font of the program has these letters; write others instead: { $letters }
   *[other] No font of the program has these letters. Write others instead, first in { $place }: { $letters }
}
render-logo = The logo { $name } is damaged or has more than 16 million pixels. Choose another picture, or save it anew.
render-timed-out = { $name } was not done after { $seconds } seconds, and was stopped. Look for a loop in it that does not end.
render-stopped = { $name } takes too much memory to be laid out, and was stopped. Look for a list or a picture in it that grows too large.
design-no-folder = The file “{ $name }” stands beside the collection, which is not saved yet. Save it first.
design-read = A file of the presentation cannot be read: { $error }. Put it back in its place, or change the presentation: { $path }
design-outside = This link leads out of the collection’s folder. Put the file itself beside the collection: { $path }
design-not-a-file = This is not a file. Change the presentation: { $path }
design-too-large = This file of the presentation is too large ({ $most } MB at most). Make it smaller: { $path }
design-not-text = This template is not text in UTF-8. Save it as UTF-8: { $path }
design-not-a-picture = This logo is neither PNG, JPEG nor SVG. Choose another picture: { $path }
design-not-beside = This path leads to no file beside the collection. Give a whole path, or one from the collection’s folder: { $path }
design-taken = Another file of this name stands beside the collection already. Rename one of them: { $path }
design-copy = The file could not be copied beside the collection: { $error }: { $path }
diff-progress = Comparing: { $done } of { $of }
diff-new = new
diff-gone = removed
diff-model = Model charter { $name } ({ $id })
diff-platform = Platform { $name } ({ $id })
diff-follows = follows { $name }
diff-inherited = { $count ->
    [one] One platform shows what changed in the models.
   *[other] { $count } platforms show what changed in the models.
}
merge-conflicts = { $count ->
    [one] One thing was changed on both sides. Ours stays in its place; decide in the window: { $path }
   *[other] { $count } things were changed on both sides. Ours stay in their place; decide in the window: { $path }
}
merge-kept = { $count ->
    [one] One thing that we removed was changed on the other side. It stays as the other changed it; decide in the window: { $path }
   *[other] { $count } things that we removed were changed on the other side. They stay as the other changed them; decide in the window: { $path }
}
merge-lost = { $name }{ $others ->
    [0] {""}
    [one] {" "}(and one more charter)
   *[other] {" "}(and { $others } more charters)
}: one side removed what the other uses. { $finding }
merge-fact-gone = One side removed the feature “{ $fact }”, which the collection still uses. Put it back, or take away what depends on it.
merge-whole = the whole collection
export-conflicts = { $count ->
    [one] Warning: one difference between two merged versions is not settled; what is exported shows what stands there now.
   *[other] Warning: { $count } differences between two merged versions are not settled; what is exported shows what stands there now.
}
export-failed = Not exported: { $target }: { $reason }
export-progress = Exporting: { $done } of { $of }
export-leftover = Has no charter any more (--clean removes it): { $path }
export-removed = Removed: { $path }
export-changed = Changed by hand, left where it is: { $path }
export-not-removed = Could not be removed: { $error }: { $path }
export-more-failures = { $count ->
    [one] 1 more failure is not named here.
   *[other] { $count } more failures are not named here.
}
export-not-exported = Not exported: { $targets }
export-done = { $files ->
    [one] One file
   *[other] { $files } files
}, { $written ->
    [0] nothing new to write
   *[other] { $written } new or changed
}, { $failed ->
    [0] nothing failed
    [one] one failed
   *[other] { $failed } failed
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
problem-untranslated = There is no text in { $wanted }: the one in { $instead } stands in.

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
command-copy-page = Copy the page’s HTML
command-copy-page-hint = To be pasted into a portal’s back office.
command-copy-rich = Copy the formatted text
command-copy-rich-hint = With headings and tables, for a word processor.
copied-page = The page’s HTML is copied.
copied-rich = The formatted text is copied.
copied-plain = Only the plain text is copied: the clipboard did not take the formatting.
copied-unfinished = Beware: this charter still lacks some values.
copied-table = The table is copied.
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
command-find-everywhere = Find everywhere
command-find-everywhere-hint = Searches all models, all platforms and all fields.
command-replace-everywhere = Replace everywhere
command-replace-everywhere-hint = Replaces words in all charters, in one step.
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
command-show-pages = Preview of the PDF pages
command-show-pages-hint = Shows the web page, or the pages of the PDF.
command-show-source = Source in the preview
command-show-source-hint = Shows the page or its source.
command-phone-width = Phone width
command-phone-width-hint = Shows the page as on a phone.
command-mark-changes = Mark changes
command-mark-changes-hint = Marks what has changed since the last save.
command-next-language = Next language of the charter
command-next-language-hint = Writes in the next language.
command-show-reference = Reference text
command-show-reference-hint = Shows the other language beside the one being written.
command-show-translations = Translations
command-show-translations-hint = Shows what is left to translate, and the translations to read again.
command-next-translation = Next translation
command-next-translation-hint = Goes to the next text to translate or to read again.
command-previous-translation = Previous translation
command-previous-translation-hint = Goes to the text to translate or to read again before this one.
command-confirm-translation = The translation is still right
command-confirm-translation-hint = Keeps the translation as it is: it holds for the text of today.
command-collapse-all = Collapse sections
command-collapse-all-hint = Shows only the headings of sections.
command-expand-all = Expand sections
command-expand-all-hint = Shows all sections in full.
command-next-part = Next panel
command-next-part-hint = Puts the cursor in the next panel.
command-previous-part = Previous panel
command-previous-part-hint = Puts the cursor in the previous panel.
command-menus = Go to the menu bar
command-menus-hint = Puts the cursor in the menu bar.
command-zoom-in = Zoom in
command-zoom-in-hint = Makes everything larger (Ctrl and +).
command-zoom-out = Zoom out
command-zoom-out-hint = Makes everything smaller (Ctrl and −).
command-zoom-reset = Normal size
command-zoom-reset-hint = Goes back to the normal size.
command-theme-system = Light or dark like the system
command-theme-system-hint = Follows the system’s setting.
command-theme-light = Light theme
command-theme-light-hint = A light ground.
command-theme-dark = Dark theme
command-theme-dark-hint = A dark ground.
command-in-french = Interface en français
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
command-remove-platform = Remove the charter
command-remove-platform-hint = Removes this platform or model; Undo brings it back.
command-properties = Properties of the charter
command-properties-hint = Name, address, languages, fields and features.
command-collection-properties = Properties of the collection…
command-collection-properties-hint = Common languages, fields and features.
command-moved-on = Adaptations to review…
command-moved-on-hint = Shows, one by one, the adapted texts whose model has changed since.
command-lift = Make a model from platforms…
command-lift-hint = Puts in common what several platforms say. Each of them stays as it is shown.
command-conflicts = Differences to settle…
command-conflicts-hint = Shows what two merged versions say otherwise.
conflicts-title = Differences to settle
conflicts-none = Everything is settled. Save to keep these choices.
conflicts-count = { $at } of { $count }
conflicts-side-was = Before
conflicts-side-ours = Our version
conflicts-side-theirs = The other version
conflicts-removed = (removed)
conflicts-unchanged = (unchanged)
conflicts-more = … and { $count ->
    [one] one more thing
   *[other] { $count } more things
}
conflicts-nowhere = The other version has no place here as things are: what is around it has changed, or models would follow each other in a circle.
conflicts-keep = Keep it
conflicts-remove = Remove it
conflicts-previous = Previous
conflicts-merge-hint = Puts together the words that each of the two versions changed.
conflicts-undecided = In brackets: our words, then those of the other version. Keep those that suit.
conflict-item-platforms = Platform “{ $name }”
conflict-item-models = Model charter “{ $name }”
conflict-item-sections = section “{ $name }”
conflict-item-rows = row “{ $name }”
conflict-item-columns = column “{ $name }”
conflict-adaptation = adaptation: { $name }
conflict-order = order
conflict-order-platforms = order of the platforms
conflict-order-models = order of the model charters
conflict-order-sections = order of the sections
conflict-order-rows = order of the rows
conflict-order-columns = order of the columns
conflict-order-languages = order of the languages
conflict-order-adaptations = order of the adaptations
conflict-new = Added, { $place }: { $is }
conflict-gone = Removed, { $place }: { $was }
conflict-changed = Changed, { $place }: “{ $was }” has become “{ $is }”
conflict-moved = Changed, { $place }: the order
conflicts-ours = Keep ours
conflicts-theirs = Take the other
conflicts-next = Next
conflicts-later = Later
status-conflicts = { $count ->
    [one] 1 difference to settle
   *[other] { $count } differences to settle
}
conflict-part-body = text
conflict-part-heading = heading
conflict-part-title = title
conflict-part-name = name
conflict-part-url = address
conflict-part-note = note
conflict-part-follows = model followed
conflict-part-languages = languages
conflict-part-fields = fields
conflict-part-facts = features
conflict-part-updated = date
conflict-part-level = level
conflict-part-category = category
conflict-part-consent = consent
conflict-part-presentation = looks
conflict-part-label = label
conflict-part-default = default
conflict-part-when = condition
conflict-part-charter = charter
conflict-part-sections = sections
conflict-part-table = cookie table
conflict-part-rows = rows
conflict-part-cells = cells
conflict-part-columns = columns
conflict-part-adaptations = adaptations
conflict-part-models = model charters
conflict-part-platforms = platforms
command-presentation = Looks of the charters…
command-presentation-hint = How pages and PDFs look, logo, templates.
presentation-title = Looks of exported charters
presentation-look = Look
look-plain = Plain
look-public = Public body: sober, large letters
presentation-logo = Logo
presentation-logo-hint = At the head of pages and PDFs: PNG, JPEG or SVG.
presentation-alternative = What the logo says ({ $language })
presentation-alternative-hint = Read to those who do not see the logo; empty, if it is decorative.
presentation-page = Template of web pages
presentation-page-hint = A file .html that stands in for the look; empty, unless you need one.
presentation-pdf = Template of PDF pages
presentation-pdf-hint = A file .typ that stands in for the layout; empty, unless you need one.
presentation-copied = A file that you choose elsewhere is copied beside the collection, and goes where that goes.
presentation-do = Apply
command-add-section = Add a section
command-add-section-hint = Adds a section below this one.
command-duplicate-section = Duplicate the section
command-duplicate-section-hint = Adds a copy of this section.
command-split-section = Split the section at the cursor
command-split-section-hint = What follows the cursor becomes a section.
command-join-section = Join with the previous section
command-join-section-hint = Puts this text at the end of the previous one.
command-section-up = Move the section up
command-section-up-hint = Puts it before the previous section.
command-section-down = Move the section down
command-section-down-hint = Puts it after the next section.
command-indent = Lower by one level
command-indent-hint = Makes this section a subsection.
command-outdent = Raise by one level
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
command-difference = Show the difference from the model
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
command-typography = Correct typography while typing
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
command-copy-table = Copy the table
command-copy-table-hint = As visitors read it, for a spreadsheet.
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
deed-confirm = translation confirmed
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
follows-hint = This charter shows what the model says, except what is adapted here.
followed-by = { $count ->
    [0] no platform follows it
    [one] 1 platform follows it
   *[other] { $count } platforms follow it
}
charter-language = Language:
language-name = { $language ->
    [fr] French
    [en] English
    [de] German
    [es] Spanish
    [it] Italian
    [nl] Dutch
    [pt] Portuguese
    [br] Breton
    [ca] Catalan
    [co] Corsican
    [eu] Basque
    [oc] Occitan
   *[other] { $language }
}
write-in = Write in { language-name }
title = Title
heading-of = Heading: { $section }
body-of = Text: { $section }
level = Level { $level }
hidden = hidden
hidden-hint = This is not shown on this platform. The model keeps it.
own = of this charter alone
own-hint = Written here.
inherited-too = text from the same model
inherited = from “{ $name }”
inherited-hint = This comes from “{ $name }”. What you type can change it everywhere, or here alone.
adapted = adapted here
adapted-moved-on = adapted here; the model has changed since
adapted-hint = This text replaces what “{ $name }” says.
back-to-model = Return to what “{ $name }” says
only-when = only where the platform has: { $fact }
choice-inherited = From “{ $name }”. What do you want to do?
choice-everywhere = Change everywhere ({ $count ->
    [one] 1 platform
   *[other] { $count } platforms
})
choice-here = Adapt here
choice-drop = Back to the model
show-section = Show again: { $section }
section-up = Move up: { $section }
section-down = Move down: { $section }
add-section-below = Add a section below: { $section }
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
consent-exempt = no consent needed
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
    [0] no platform
    [one] 1 platform
   *[other] { $count } platforms
}
findings-this = This charter
findings-all = All platforms
findings-chosen = { $count ->
    [one] The platform that is chosen
   *[other] The { $count } platforms that are chosen
}
findings-all-block = { $count ->
    [one] one finding, which blocks the export
   *[other] { $count } findings, all of which block the export
}
findings-count = { $count ->
    [0] no findings
    [one] one finding
   *[other] { $count } findings
}{ $blocking ->
    [0] { "" }
    [one] , one of which blocks the export
   *[other] , { $blocking } of which block the export
}
no-findings = No findings
status-findings = { $count ->
    [0] No findings
    [one] 1 finding
   *[other] { $count } findings
}{ $languages ->
    [one] {""}
   *[other] {" "}({ $language })
}
notice-saved = The collection was saved.
notice-removed = The platform was removed. Undo brings it back.

## Dialogs

cancel = Cancel
close = Close
add = Add
browse = Browse…
unsaved-title = Save the changes?
unsaved-text = Unless you save, what you changed is lost.
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
save-elsewhere = Save as…
comments-title = The comments of this file will be lost
comments-text = Someone wrote comments into this file by hand. Saving keeps everything but them.
comments-save = Save without them
export-told = Export
export-title = Export charters
export-all = All platforms
export-this = Only { $name }
export-folder = Folder
export-do = Export
exporting = Charters exported: { $done } of { $of }
export-stopped = The export was stopped.
export-summary = { $files ->
    [0] No file was written.
    [one] { $written ->
        [0] 1 file, up to date already.
       *[other] 1 file, new or changed.
    }
   *[other] { $written ->
        [0] { $files } files, all up to date already.
        [one] { $files } files, 1 of them new or changed.
       *[other] { $files } files, { $written } of them new or changed.
    }
}
export-leftovers = { $count ->
    [one] A file of an earlier export no longer belongs to any charter:
   *[other] { $count } files of earlier exports no longer belong to any charter:
}
export-more = … and { $count } more
export-remove-leftovers = { $count ->
    [one] Delete this file
   *[other] Delete these files
}
format-html = Web page (HTML)
format-fragment = Fragment for a portal
format-markdown = Markdown
format-text = Plain text
format-pdf = PDF pages
format-docx = Word document, to review
format-csv = Cookie tables (CSV)
format-cookieconsent = Configuration of cookieconsent
format-klaro = Configuration of Klaro
format-orejime = Configuration of Orejime
format-tarteaucitron = Configuration of tarteaucitron
format-json = Charter for programs (JSON)
work-lost = This work ended without a result, through a fault of the program. Nothing was changed; try again.
about = Version { $version }. Cookie charters, written once and kept for many platforms. Nothing leaves this machine. No lawyer has reviewed the texts of the starter.

## Others

deed-spread = change everywhere
choice-cell = “{ $column }”, row { $row }.
hidden-columns = { $count ->
    [one] Show 1 hidden column
   *[other] Show { $count } hidden columns
}
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
system-name-too-long = the path or the name is too long, or has signs that the system does not take
not-an-address = This is not an address. Write it like https://data.example.org
moved = moved here
moved-hint = This section is not where the model has it.
not-here = not shown here
add-platform-title = Add a platform

## Start page

start-about = Cookie charters written once and kept up to date on many platforms.
start-back = Back to the open collection
start-new = Start a collection
start-open = Continue
start-open-hint = a .ron or .json file; it can also be dropped here
start-examples = Try the examples
start-examples-hint = three platforms that follow a model
start-recent = Recent files
starter-opendatasoft = Collection for Opendatasoft portals
starter-opendatasoft-hint = a complete model, in French and English
starter-empty = Empty collection
starter-empty-hint = neither model nor platform
drop-hint = Drop it here: a collection opens, a page is imported
new-title = Start a collection
menu-recent = Recent files
changed-title = The file has changed
changed-text = Another program has changed this file since it was opened. Opening it again shows the new version; keeping what is shown here replaces it when you save: { $path }
changed-reload = Open the file again
changed-keep = Keep what is shown
choose = Choose…
required = Required
export-which = Platforms
export-filter = Filter the platforms
export-chosen = { $count ->
    [0] none chosen
    [one] 1 chosen
   *[other] { $count } chosen
}
export-languages = Languages
export-formats = Formats
export-open-folder = Open the folder
export-go-on = Continue in the background
export-stop = Stop the export
work-opening = Opening…
work-exporting = Export: { $done } of { $of }
status-models = { $count ->
    [0] no model
    [one] 1 model
   *[other] { $count } models
}
status-language = Charter in { language-name }
status-starting = Choose where to start

## Unsaved work

recover-title = Unsaved work was found
recover-text = The program stopped before these changes were saved. Restore them, or delete them.
recover-of = { $date }, { $time } · { $path }
recover-no-file = not in a file yet
recover-take = Restore
recover-drop = Delete
recover-later = Later
## Platforms and models

filter-clear = Clear the filter
models-group = Model charters ({ $count })
models-found = Model charters ({ $count } of { $all })
platforms-found = Platforms ({ $count } of { $all })
rename-of = New name of “{ $name }”
list-open = Open
list-export = Export this charter…
key-delete = Del
list-follows = Follows “{ $name }”
list-own = A charter of its own, without a model
list-adapted = { $count ->
    [one] 1 adaptation
   *[other] { $count } adaptations
}
list-reach = { $count ->
    [0] No platform follows it
    [one] 1 platform follows it
   *[other] { $count } platforms follow it
}
list-blocked = A finding keeps it from being finished
list-up = Move up: { $name }
list-down = Move down: { $name }
list-remove = Remove: { $name }
copy-of = { $name } (copy)
notice-model-removed = The model charter was removed. Undo brings it back.
address-taken = “{ $name }” has this address already.
add-follows = Follows
follows-none = no model: a charter of its own
follows-itself = This charter has texts of its own and follows no model.
follow-keeps = Adaptations go to what is like theirs in the new model. A text written here that has no place there stays, as an addition.
add-id = Identifier: { $id }
add-id-hint = Made from the name once and for all; it is also the name of the export folder.
add-model-title = Add a model charter
model-empty = Begin with an empty charter
model-copy = Copy another model
model-family = Follow another model: only the differences are written
model-of = Which model
remove-model-cannot = “{ $name }” cannot be removed
remove-model-title = Remove “{ $name }”?
remove-model-followed = { $platforms ->
    [0] {""}
    [one] 1 platform follows this model.
   *[other] { $platforms } platforms follow this model.
}{ $models ->
    [0] {""}
    [one] { " " }1 other model follows it.
   *[other] { " " }{ $models } other models follow it.
}
remove-model-alone = There is no other model to follow. Add one, or remove these platforms first.
remove-model-instead = Let them follow
remove-model-do = Remove the model
group-identity = Identity
group-publisher = Publisher and contacts
group-note = Note
note = Note for colleagues, never published
property-name-in = Name ({ language-name })
name-by-language = A name by language
name-for-all = The same name everywhere
date-today = Today
languages = Languages
languages-as-collection = Same as the collection ({ $languages })
fields = Fields
fields-used = Fields that the texts use
default-hint = by default: { $default }
not-a-web-address = This is not a web address. Write it like https://example.com/page
not-a-mail-address = This is not an email address. Write it like name@example.com
field-unset = Texts of this charter need it: give it a value.
used-by = { $count ->
    [0] no text uses it
    [one] used by 1 text
   *[other] used by { $count } texts
}
switches = { $count ->
    [0] enables nothing
    [one] enables 1 section or row
   *[other] enables { $count } sections or rows
}
use-heading = { $section } (heading)
use-body = { $section }
use-row = { $section }, row { $row }
use-columns = { $section } (columns)
use-all-columns = Column labels
collection-title = Properties of the collection
collection-name = Name of the collection
languages-hint = The first one stands in for texts that are missing.
language-first = first language
language-add = Add the language
language-add-hint = fr, en, pt-BR…
language-taken = The collection has this language already.
language-unknown = This is not a language. Write its tag, such as “fr” or “pt-BR”.
remove-language-loses = { $count ->
    [one] 1 text is written in this language. It stays in the file, but will no longer be shown.
   *[other] { $count } texts are written in this language. They stay in the file, but will no longer be shown.
}
fields-hint = Values that differ by platform, which texts name between double braces.
field-define = Define a built-in field…
field-add = Add the field
field-add-hint = Brand, postal address…
label-of = Label of “{ $name }” ({ language-name })
default-of = Default of “{ $name }” ({ language-name })
note-of = Note on “{ $name }”
remove-field-loses = { $texts ->
    [0] No text uses this field.
    [one] 1 text uses this field: it will need correcting.
   *[other] { $texts } texts use this field: they will need correcting.
} { $platforms ->
    [0] No platform gives it a value.
    [one] The value of 1 platform will be removed.
   *[other] The values of { $platforms } platforms will be removed.
}
remove-default-loses = { $texts ->
    [0] No text uses this field.
    [one] 1 text uses this field.
   *[other] { $texts } texts use this field.
} Its default will be removed; { $platforms ->
    [0] no platform has another value.
    [one] 1 platform keeps its own value.
   *[other] { $platforms } platforms keep their own value.
}
facts-hint = What a platform has or lacks; sections and rows can depend on it.
fact-add = Add the feature
fact-add-hint = Several languages, YouTube videos…
remove-fact-loses = { $count ->
    [0] No section or row depends on it.
    [one] 1 section or row depends on it: it will no longer be shown anywhere.
   *[other] { $count } sections or rows depend on it: they will no longer be shown anywhere.
} { $platforms ->
    [0] No platform has it.
    [one] 1 platform will lose it.
   *[other] { $platforms } platforms will lose it.
}
keep = Keep
remove = Remove
## Preview

preview-page = Page
preview-pages = PDF
preview-source = Source
preview-desk = Page on a computer screen
preview-phone = Page on a phone
preview-mark = Changes
preview-pages-making = The pages are being laid out…
preview-pages-name = Page { $page } of { $pages }
preview-pages-count = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}
preview-pages-out = Smaller
preview-pages-in = Larger
preview-pages-width = As wide as the panel
preview-pages-lost = The pages could not be laid out, through a fault of the program. What was there before stays.
preview-format-html = HTML
preview-format-fragment = Fragment
preview-format-markdown = Markdown
preview-format-text = Text
preview-format-data = Data…
preview-format-json = JSON
preview-format-csv = CSV
preview-format-cookieconsent = cookieconsent
preview-format-klaro = Klaro
preview-format-orejime = Orejime
preview-format-tarteaucitron = tarteaucitron
preview-copy = Copy
preview-copied = The source is copied: { $format }.
preview-nothing-changed = Nothing has changed since the last save.
preview-changes = Since the last save: { $marked ->
    [0] no change
    [one] 1 change
   *[other] { $marked } changes
}, { $removed ->
    [0] nothing removed
    [one] 1 element removed
   *[other] { $removed } elements removed
}
preview-new = new
preview-changed = changed
preview-link-to = Link to { $address }
preview-language = in another language: { language-name }
preview-to-source = Go to the source
preview-copy-text = Copy the text
preview-copy-address = Copy the address
preview-open-link = Open the link in the browser
preview-text-copied = The text is copied.
preview-address-copied = The address is copied.
preview-opened = The browser is opening.
preview-not-written = The page could not be written for the browser: { $reason }. Check that there is room left on the disk.{ $place }
preview-not-opened = No browser could be opened: { $reason }. Open the page yourself, as long as Chartrier is open: { $place }
preview-address-not-opened = No browser could be opened: { $reason }. Copy the address into yours: { $place }
folder-not-opened = The folder could not be opened: { $reason }. Open it yourself: { $place }
## The cookie table

deed-cookie = cookie form
row-header = Row { $row } of { $rows }, { $hint }
select-table = Select the whole table
table-nature-of = Category and consent: { $section }
column-width-of = Width of the column { $column }
choice-table = These cells change only here.
paste-left-out = { $count ->
    [one] 1 pasted column lay beyond the last column of the table and was left out.
   *[other] { $count } pasted columns lay beyond the last column of the table and were left out.
}
cell-cut = Cut
cell-copy = Copy
cell-paste = Paste
cell-above = Make it “as above”
cell-not-above = No longer “as above”
menu-rows = Rows
menu-columns = Columns
column-wider = Wider
column-narrower = Narrower
column-usual-width = Usual width
columns-own = Give this table columns of its own
columns-common = Use the common columns again
columns-are-own = This table has columns of its own: other tables do not change.
columns-everywhere-only = Other columns are chosen everywhere, with the choice below.
columns-are-common = These columns are common to all tables of the charter that have none of their own.
apply = Apply
always = Always
scope-inherited = From “{ $name }”. Apply the change:
scope-here = only here
scope-everywhere = everywhere ({ $count ->
    [0] no platform
    [one] 1 platform
   *[other] { $count } platforms
})

## Outline and sections

key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-enter = Enter
key-space = Space
key-escape = Esc
key-page-up = Page Up
key-page-down = Page Down
key-home = Home
key-end = End
deed-note = note
outline = Outline
outline-hint = Shows all headings, to go to one of them.
drag-section = Move: { $section }
drag-section-hint = Drag to move the section. By keyboard: Alt+Shift and an arrow.
collapse-section = Collapse: { $section }
expand-section = Expand: { $section }
section-menu = Actions: { $section }
section-findings = There is a finding about this section.
relevelled = other level here
relevelled-hint = This section does not have the level that the model gives it.
everywhere-now = changes everywhere ({ $count ->
    [0] no platform
    [one] 1 platform
   *[other] { $count } platforms
})
cookie-title = Cookie form, row { $row } of { $rows }
cookie-next = Next row
cookie-previous = Previous row
cookie-above = { $column }: as above
cookie-when = Shown
cookie-when-hint = The row can be kept to the platforms that have a feature.
cookie-note = Note for colleagues
cookie-note-hint = Never exported: a source, a question, a date of checking.
cookie-everywhere-only = The condition and the note are changed everywhere, where the row is written.
column-add-title = Add a column
column-edit-title = Label and role of the column
column-label = Label in { language-name }
column-add-do = Add
column-role = Role of the column
column-role-everywhere-only = The role can only be changed everywhere: use the choice below.
column-place = Place
column-first = First
column-after = After “{ $column }”
column-width = Width
nature-title = Category and consent
nature-category = What the cookies of this table are for
nature-consent = Visitor’s consent
nature-name = Name of the category in { language-name }
consent-implied-required = As the category implies: with consent
consent-implied-exempt = As the category implies: no consent needed
category-necessary-hint = Without them, the service that the visitor asks for does not work: signing in, security, choices about cookies.
category-functional-hint = They remember a choice of the visitor, such as the language, or show what was asked for.
category-audience-hint = They count visits and pages read.
category-personalisation-hint = They adapt what is shown to what the visitor did before.
category-advertising-hint = They serve to show or to measure advertising.
category-social-hint = They come from sharing buttons or from content of a social network.
category-other-hint = A category that you give a name.
role-domain = Domain
role-party = First or third party
role-consent = Consent
role-transfer = Transfer out of the European Economic Area
role-link = Learn more
role-other = Other
role-provider-hint = The organisation that sets or reads the cookie, by the name that the public knows.
role-service-hint = The service that needs it, and where visitors meet it: “YouTube videos, news pages”.
role-name-hint = The exact name of the cookie as the browser shows it. An asterisk stands for what varies: _pk_id*.
role-purpose-hint = What the cookie makes possible, in one sentence that everyone understands, without technical terms.
role-duration-hint = How long it stays: “13 months”, “until the browser is closed”.
role-domain-hint = The address of the site for which the cookie is set.
role-party-hint = “First party” if the platform sets it itself; “third party” if another site does.
role-consent-hint = Whether the visitor must agree before it is set.
role-transfer-hint = The country outside the European Economic Area to which data goes, and the safeguard; empty if there is none.
role-link-hint = The address of the page where the provider explains its cookies.
role-other-hint = No particular role: only the label tells the reader.
everywhere-now-hint = What you type changes “{ $name }”, until you leave this text.
ready-here = adapts here
ready-here-hint = What you type will change this platform alone. For now the text comes from “{ $name }”.
back-to-place = Back to the model’s place
back-to-level = Back to the model’s level
everywhere-menu = Everywhere ({ $count ->
    [0] no platform
    [one] 1 platform
   *[other] { $count } platforms
})
everywhere-add = Add a section below, everywhere
everywhere-up = Move up everywhere
everywhere-down = Move down everywhere
everywhere-indent = Lower by one level everywhere
everywhere-outdent = Raise by one level everywhere
everywhere-remove = Remove everywhere
no-split = Put the cursor into the section’s text first.
no-join-first = No section is shown above.
no-join-two-tables = Both sections have a table; a section has one at most.
no-join-table-of-model = This section has a table, and one of the two comes from the model: join them in the model.
no-join-condition = The two sections are not shown on the same condition.
no-join-note = This section has a note, which the model’s section cannot be given: clear it first.
no-other-level = Levels go from 1 to 6.
no-section-above = This section is the first already.
no-section-below = This section is the last already.
no-facts = This collection has no features: add some in its properties.
condition = Condition
condition-everywhere = Condition, everywhere ({ $count ->
    [0] no platform
    [one] 1 platform
   *[other] { $count } platforms
})
condition-none = Always shown
note-edit = Note for colleagues…
note-title = Note: { $section }
note-text = No exported charter shows this note.
note-of-model = This section comes from “{ $name }”: the note is kept there. No exported charter shows it.
note-do = Keep note
to-translate = to be translated
to-translate-hint = There is no text in this language yet; another one stands in.
to-translate-count = { $count ->
    [one] 1 text to translate
   *[other] { $count } texts to translate
}
to-translate-next = Go to the next text to translate
outdated = translation to read again
outdated-hint = The original text has changed since this translation.
outdated-see = See what has changed
outdated-count = { $count } to read again
outdated-next = Go to the next translation to read again
copy-reference = Copy the reference text
reference-in = Reference text in { language-name }
reference-language = Reference ({ language-name })
reference-changed = Reference ({ language-name }), and what has changed since it was translated
difference-title = Difference from the model
difference-text = From the text of “{ $name }” to the one here:
difference-moved-on = “{ $name }” has changed since this text was adapted.
difference-removed = removed
difference-added = added
difference-whole = Whole texts
difference-was = The model, at that time
difference-now = “{ $name }”, now
difference-here = Here
difference-empty = No text.
difference-keep = Keep here
## Places of a charter

place-title = Title
place-section = Section “{ $section }”
place-heading = “{ $section }”, heading
place-body = “{ $section }”, text
place-column = “{ $section }”, column { $column }
place-common-column = Column { $column }
place-row = “{ $section }”, row { $row }{ $named ->
    [0] {""}
   *[other] {" "}({ $name })
}
place-row-gone = “{ $section }”, row { $name }
place-cell = { $row }, { $column }

## Finding, going, coming back

find-words = Words to find
find-with = Replace with
find-case = Match case
find-case-hint = Tell capitals from small letters.
find-whole = Whole words
find-whole-hint = Do not search inside words.
find-accents = Match accents
find-accents-hint = Tell “é” from “e”.
find-count = { $at } of { $count }
find-count-hidden = { $at } of { $count } (hidden)
find-several = { $count ->
    [one] 1 match
   *[other] { $count } matches
}
find-none = No match
find-close = Close the search
find-replace-one = Replace this one
find-replace-all = Replace all ({ $count })
find-here = Adapt here
find-here-hint = What comes from a model is replaced in this charter only.
find-everywhere = Change everywhere ({ $count ->
    [0] no platform
    [one] 1 platform
   *[other] { $count } platforms
})
find-everywhere-hint = What comes from a model is replaced for all that show it.
find-replaced = { $count ->
    [0] Nothing was replaced.
    [one] 1 replacement.
   *[other] { $count } replacements.
}
find-skipped = { $count ->
    [one] 1 match left as it is: it is part of a field.
   *[other] { $count } matches left as they are: they are part of a field.
}
everywhere-words = Words to find everywhere
everywhere-with = Replace everywhere with
everywhere-with-hint = $1 stands for what the first brackets of the pattern found, $2 for the second.
everywhere-replace = Replace
everywhere-replace-all = Replace the { $count } chosen
everywhere-pattern = Pattern
everywhere-pattern-hint = Search for a regular expression: \d for a digit, .* for anything, ( ) to reuse a part.
everywhere-language = Language to search
everywhere-languages-all = All languages
everywhere-language-in = In { language-name }
everywhere-charters = Charters to search
everywhere-charters-all = Models and platforms
everywhere-charters-models = Models only
everywhere-charters-platforms = Platforms only
everywhere-texts = Texts to search
everywhere-texts-all = All texts
everywhere-texts-headings = Titles and headings
everywhere-texts-bodies = Texts of sections
everywhere-texts-tables = Tables
everywhere-texts-values = Values: names, addresses, fields
everywhere-count = { $count ->
    [0] No match
    [one] 1 match
   *[other] { $count } matches
}{ $charters ->
    [0] {""}
    [one] {" "}in 1 charter
   *[other] {" "}in { $charters } charters
}
everywhere-group = { $name }, { find-several }
everywhere-fields = Fields of the collection
everywhere-name = Name
everywhere-url = Address
everywhere-value = Field “{ $name }”
everywhere-choose = Replace here: { $place }
everywhere-choose-all = Replace in { $name }
everywhere-breaks-field = These words are part of a field: they stay as they are.
everywhere-replaced = { $count ->
    [0] Nothing was replaced
    [one] 1 replacement
   *[other] { $count } replacements
}{ $charters ->
    [0] {""}
    [one] {" "}in 1 charter
   *[other] {" "}in { $charters } charters
}.
everywhere-stale = { $count ->
    [one] 1 match left as it is: its text has changed since the search.
   *[other] { $count } matches left as they are: their texts have changed since the search.
}
everywhere-nothing = Write the words to find in all charters.
everywhere-not-a-pattern = This pattern is not complete or not understood: check its brackets and its signs \.
everywhere-unsupported = Patterns that look around, such as (?=…), or go back to what they found, such as \1, are not supported.
everywhere-no-part = The pattern has no part { $part }: nothing will be replaced. For the sign $, write $$.
everywhere-too-large = This pattern is too large.
gathering-progress = { $done } of { $of } charters
gathering-stopped = Stopped before the end.
gathering-again = Go on
gathering-stop = Stop
palette-field = Search for a command
palette-not-now = not here
palette-none = No command has these letters.
palette-named = { $name }, { $menu }{ $has-keys ->
    [0] {""}
   *[other] , { $keys }
}
go-field = Go to a platform, a section, a cookie
go-none = Nothing has these letters.
go-model = Model charter
go-platform = Platform
go-section = Section of { $owner }
go-cookie = Cookie, { $section }, { $owner }

## Bottom panel

tab-findings = Findings ({ $count })
tab-history = History
tab-everywhere = Find everywhere
tab-translations = Translations
translations-this = This charter
translations-all = All charters
translations-shares = Progress
translations-one-language = This collection has one language: there is nothing to translate.
translations-count = { $missing } to translate, { $outdated } to read again
translations-none = All is translated and up to date.
translations-share = { language-name } { $percent }%
translations-missing-in = To translate into { language-name }
translations-outdated-in = To read again in { language-name }
bottom-close = Close this panel
finding-blocks = Blocks the export
finding-minor = Good to know
history-start = At the start
history-here = You are here
history-saved = Saved
history-step = { $deed }{ $words ->
    [0] {""}
   *[other] {" "}“{ $extract }”
}
history-erased = erased: { $extract }
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
link-address = Link address
link-words = Link text
link-leads = Leads to { $address }
link-make = OK
link-take-away = Remove the link
address-empty = The address of a page (example.com/help), an email address or a telephone number.
address-space = An address has no space in it.
address-scheme = A link cannot begin with “{ $scheme }:”.
address-relative = The name of the site is missing. Write the whole address, or begin with a field.
address-nothing = This is not an address. Write it like example.com/help or contact@example.com.

## Menus and edges

menu-preview = What the preview shows
menu-translation = Translation
menu-zoom = Zoom
menu-theme = Theme
menu-interface-language = Interface language
finding-at = { $place }:
resize-platforms = Width of the list of platforms
resize-editor = Width of the editor
resize-bottom = Height of the panel
## Help and panels

help-steps = First steps
help-platform = Add a platform: its name or address is enough, its charter follows the model.
help-write = Write in the charter, in the middle; the preview at the right shows the finished page while you type.
help-reach = A text taken from the model changes here only, or everywhere: you are asked below the text.
help-palette = Every command is found by its name (Ctrl+K); everything can be undone (Ctrl+Z).
help-parts = F6 goes from panel to panel, F10 leads to the menus, Tab and the arrows do the rest.
help-export = At the end, export the charters (Ctrl+E): web pages and documents ready to publish.
help-keys = { $name }: { $keys }

## Importing
deed-presentation = looks
deed-keep-adapted = adaptation kept
deed-merge-texts = texts merged
deed-lift = model made from platforms
deed-settle = choice between two versions
deed-review = review taken in
deed-import = charters imported
import-progress = Reading pages: { $done } of { $of }
import-charter = { $source }: { $platform }, { $sections ->
    [one] one section
   *[other] { $sections } sections
 }, { $rows ->
    [0] no cookie
    [one] one cookie
   *[other] { $rows } cookies
 }; { $inherited } from the model, { $adapted } adapted, { $added } added
import-note-line = {"  "}line { $line }: { $message } { $text }
import-platforms = { $source }: { $added ->
    [0] no new platform
    [one] one platform added
   *[other] { $added } platforms added
 }, { $same } there already
import-failed = Not imported: { $source }: { $reason }
import-note-incomplete = The page stops in the middle. Check the end of the charter.
import-note-heading-guessed = A heading was recognised by its looks.
import-note-table-proposed = A table was put together from lines: check it.
import-note-glued-left = Cells that are glued together could not be separated: the line is left as text.
import-note-roles-guessed = This table has no header: what its columns say was inferred from what is in them.
import-note-label = This label differs from that of its column:
import-note-moved-below-title = What stood above the title was put below it.
import-note-language-guessed = The language was recognised by the words; the page declares another.
import-note-no-address = The platform’s address is not on the page: enter it in its properties.
import-note-unknown-column = The role of a column was not recognised.
import-note-several-languages = From here on, the page is in another language: make a page of each and import them one by one.
import-note-link-titles = Links show these words when hovered over; they are not in the charter:
import-note-set-apart = Set apart:
unread-no-charter = This is no charter: the page says too little about cookies (an error page or a login, perhaps). Save the right page, then try again.
unread-too-large = The file is larger than { $limit } MB. Save only the page of the charter, then try again.
unread-too-complex = The page is too complicated to be read: too many nested elements, or too many cells. Copy its text into a file, then import that.
unread-not-text = This file is neither a text nor a document that can be read. Web pages (HTML or MHTML), texts, Markdown, CSV and DOCX can be imported. Save the document as one of these, or copy its text into a file, then import that.
unread-empty = The file is empty.
unread-damaged = The document is damaged ({ $error }). Save it again with the program that made it, then try again.
import-note-no-title = The page has no title: write one.
import-note-address-guessed = The platform’s address is the first one that the text names: check it.
import-note-typographic = Only spaces, quotation marks or apostrophes differ from the model: its text stands.
import-note-hidden = The page does not say “{ $said }”, which the model says: it is hidden on this platform.

## Importing, in the window
command-import = Import charters…
command-import-hint = Brings in pages already published.
command-import-clipboard = Import from the clipboard
command-import-clipboard-hint = Brings in the charter you copied.
start-import = Import a page…
start-import-hint = a charter already published; it can also be dropped here
path-import-title = Import charters
path-import = Import
path-import-hint = Choose the files in the system’s window, or type the path of a file or of a folder here.
import-stop = Stop reading
import-stopped = Reading was stopped: nothing was imported.
import-nothing = There is no file to import here.
import-clipboard-empty = There is no text on the clipboard. Copy the charter, then try again.
import-from-clipboard = clipboard
import-collection-name = Cookie charters
import-title = Import “{ $source }”
import-do = Import
import-back = Back to the list
import-matching = Comparing with the models…
import-platform = For
import-new-platform = New platform
import-platform-name = Name
import-platform-address = Address
import-platform-new = new
import-platform-new-hint = This platform is not in the collection yet: it will be added.
import-platform-updated = will change
import-platform-updated-hint = This platform is already in the collection: its charter will become that of the page.
import-platform-unchanged = already up to date
import-platform-unchanged-hint = This platform already says what the page says: nothing will change.
import-language = Language
import-form = Charter
import-form-nearest = The nearest model
import-form-follows = Follows “{ $name }” ({ $share }% in common)
import-form-model = Follow “{ $name }”
import-form-own = A charter of its own, no model
import-form-new-model = A new model, made of this page
import-count-inherited = { $count } from the model
import-count-inherited-hint = Titles, sections and cookies that the model has already: they are taken from it.
import-count-new-model = { $count } in the new model
import-count-new-model-hint = Titles, sections and cookies of the page: they make the model that this platform will follow.
import-count-adapted = { $count ->
    [one] 1 adapted
   *[other] { $count } adapted
 }
import-count-adapted-hint = The page says something else than the model: the page’s text will hold for this platform.
import-count-added = { $count ->
    [one] 1 added
   *[other] { $count } added
 }
import-count-added-hint = The model does not speak of it: it will be this platform’s own.
import-count-hidden = { $count ->
    [one] 1 hidden
   *[other] { $count } hidden
 }
import-count-hidden-hint = The model speaks of it and the page does not: this platform will not show it.
import-incomplete = The page stops in the middle: the charter is incomplete.
import-lost-languages = This platform would lose its own texts in other languages: { $languages }.
import-notes = To check: { $count }
import-note-previous = Previous point to check
import-note-next = Next point to check
import-column-source = Page, by line
import-column-structure = What it is
import-column-charter = In the charter
import-cell = { $column }, line { $line }
import-not-on-page = (not on the page)
import-kind-title = Page title
import-kind-heading = Heading, level { $level }
import-kind-text = Text
import-kind-table = Table
import-kind-apart = Set apart
import-role-of = Role of the column “{ $label }”
import-category = Category of the table
import-category-untold = No category given
import-row = Table row { $row }
import-within = Part of what is above
import-element = Section of the model
import-element-row = Row of the model
import-element-column = Column of the model
import-set-apart = Will not be in the charter
import-outcome-inherited = Same as the model
import-outcome-typographic = Same (punctuation)
import-outcome-adapted = Adapted
import-outcome-added = Added
import-outcome-new-model = In the model
import-outcome-left-out = Left out
import-outcome-hidden = Hidden
import-outcome-kept = Kept from the model
import-decided = { $outcome } (chosen)
import-decide-proposed = As suggested
import-decide-inherit = Take the model’s text
import-decide-adapt = Adapt: keep the page’s text
import-decide-add = Add, apart from the model
import-decide-new-model = Put in the model
import-decide-leave-out = Leave out
import-decide-keep = Keep what the model says
import-decide-hide = Hide on this platform
import-compare = See the difference
import-done = “{ $name }” is imported: { $inherited } from the model{ $adapted ->
    [0] {""}
   *[other] , { $adapted } adapted
}{ $added ->
    [0] {""}
   *[other] , { $added } added
}.
import-done-same = “{ $name }” already said what the page says: nothing has changed.
import-done-many = Pages imported: { $done }. Pages refused: { $failed }.
import-several = Import { $count } pages
import-several-text = { $count ->
    [0] No page will be imported
    [one] 1 page will be imported
   *[other] { $count } pages will be imported
 }{ $failed ->
    [0] .
    [one] , 1 cannot be.
   *[other] , { $failed } cannot be.
}
import-do-all = { $count ->
    [0] Import
    [one] Import 1 page
   *[other] Import { $count } pages
}
import-takes-part = Import “{ $source }”
import-review = Check…
import-review-of = Check “{ $source }”
import-left-out = Will not be imported.
import-comes-to = { $name } (already there): { $inherited } from the model{ $adapted ->
    [0] {""}
   *[other] , { $adapted } adapted
}{ $added ->
    [0] {""}
   *[other] , { $added } added
}{ $hidden ->
    [0] {""}
   *[other] , { $hidden } hidden
}{ $notes ->
    [0] .
   *[other] ; to check: { $notes }.
}
import-comes-to-new = { $name } (new): { $inherited } from the model{ $adapted ->
    [0] {""}
   *[other] , { $adapted } adapted
}{ $added ->
    [0] {""}
   *[other] , { $added } added
}{ $hidden ->
    [0] {""}
   *[other] , { $hidden } hidden
}{ $notes ->
    [0] .
   *[other] ; to check: { $notes }.
}
import-comes-to-platforms = A collection: { $added ->
    [0] no new platform
    [one] one platform added
   *[other] { $added } platforms added
 }, { $same } there already.
leave-import-title = Give up the import?
leave-import-text = What you chose will be lost. The collection stays as it is.
leave-import-stay = Continue the import
leave-import-do = Give up

## Review

review-title = Review of { $name } ({ $language })
review-text = { $count ->
    [0] This document proposes no change.
    [one] This document proposes one change.
   *[other] This document proposes { $count } changes. What you accept is taken in as one step.
}
review-all = Accept all
review-none = Refuse all
review-refuse = Refuse
review-accept = Accept
review-accept-here = Accept here
review-accept-everywhere = Accept everywhere
review-apply = { $count ->
    [0] Take nothing in
    [one] Take one change in
   *[other] Take { $count } changes in
}
review-done = The review is taken in.
review-since = This text has changed here since the document was sent.
review-read = What the review proposes, from the text that was sent:
review-here = What that would change here:
review-add-row = { $place }: new row
review-remove-row = { $place }: removed
review-add-section = New section, after: { $place }
review-remove-section = { $place }: removed
review-remarks = Comments on what has not changed
review-comment = { $author }: “{ $text }”
review-comment-of-nobody = “{ $text }”
reviewed-text = Review{ $authors }, taken in{ $since }. Before: “{ $here }” After: “{ $now }”
reviewed-add-row = Review{ $authors }, row added{ $since }: { $now }
reviewed-remove-row = Review{ $authors }, row removed{ $since }: { $here }
reviewed-add-section = Review{ $authors }, section added{ $since }: { $now }
reviewed-remove-section = Review{ $authors }, section removed{ $since }: { $here }
reviewed-by = { " " }by { $authors }
reviewed-since = { " " }(the text had changed here since it was sent)
## Releases

date-short = { $year }-{ $month }-{ $day }
release-name = Release { $number }, { $date }
publish-done = { $released ->
    [0] No charter published
    [one] One charter published
   *[other] { $released } charters published
}, { $refused ->
    [0] none refused
    [one] one charter refused
   *[other] { $refused } charters refused
}: { $path }
publish-released = Published: { $target }, release { $number } of { $date }{ $agreed ->
    [0] , without the data protection officer’s agreement
   *[other] {""}
} ({ $file })
publish-refused = Not published: { $target }: { $reason }
publish-finding = { $problem } Correct it, or waive this finding with a reason (--waive): { $finding }
publish-finding-blocks = { $problem } This finding cannot be waived: { $finding }
publish-number = The number { $wanted } does not follow that of the last release. Choose one above { $last }.
publish-date = { $wanted } comes before the last release, of { $last }. Choose that date or a later one.
publish-no-language = None of the chosen languages is its own. Choose another.
publish-conflicts = { $count ->
    [one] One difference between two merged versions is not settled. Open the file, settle it, save, then publish.
   *[other] { $count } differences between two merged versions are not settled. Open the file, settle them, save, then publish.
}
publish-no-author = The name of whoever publishes is missing. Give it.
publish-no-reason = The reason for waiving this finding is missing. Give it: { $finding }
register-not-a-folder = The register of releases is a folder, and a file stands in its place. Move it: { $path }
register-too-large = This file is larger than any release. Look at it: { $path }
register-exists = A release has this number already; it was not touched. Publish again: { $path }
register-read = The register cannot be read: { $error }. Check your rights: { $path }
register-write = The release could not be added to the register: { $error }. The register is as it was. Check the disk and your rights, then publish again: { $path }
register-whole = { $count ->
    [one] One release, verified: it has not been altered.
   *[other] { $count } releases, verified: none has been altered.
}
register-faults = The register is not as it was written:
fault-changed = A release was changed after it was written. Put it back as it was, from a backup or version control: { $file }
fault-missing = A release is gone from the register. Put it back, from a backup or version control: { $file }
fault-unlisted = A release is not in the list SHA256SUMS: an interrupted publication left it, or a file was added. Publish again to list it, or take it away: { $file }
fault-not-a-release = This file is not the release that its name says. Put the original back, from a backup or version control: { $file }
fault-newer = A newer version of Chartrier wrote this release ({ $value }). Install that version: { $file }
fault-broken = This release does not follow the one before it. Put the originals back, from a backup or version control: { $file }
fault-stranger = This file is no release. Take it out of the register: { $file }
fault-no-list = The list of releases is gone from the register. Put it back, from a backup or version control: { $file }
fault-bad-list = The list of releases has a line that is none of its own. Put it back as it was, from a backup or version control: { $file }
agreement-missing = agreement missing
agreement-of = { $by }{ $dated ->
    [0] {""}
   *[other] , { $date }
}
history-title = History of releases: { $name }
history-releases = Releases
history-number = Number
history-date = In force from
history-by = Published by
history-agreement = Officer’s agreement
history-note = Note
history-file = File
history-first = The first release.
history-waived = Findings waived, and why:
history-in-language = What changed since the one before, { $language ->
    [fr] in French
    [en] in English
   *[other] in the language { $language }
}:
history-language-added = New language: { $language ->
    [fr] French
    [en] English
   *[other] { $language }
}.
history-language-removed = Language given up: { $language ->
    [fr] French
    [en] English
   *[other] { $language }
}.
diff-nothing = Nothing has changed.
diff-charter = Charter
diff-name = name of the platform
diff-address = address
diff-privacy = page about privacy
diff-title = title
diff-updated = date
diff-section = { $named ->
    [0] Section without a heading
   *[other] Section “{ $heading }”
}
diff-added = added
diff-removed = removed
diff-moved = moved
diff-heading = heading
diff-depth = level
diff-body = text
diff-marks = { $what } (formatting)
diff-table-added = table added
diff-table-removed = table removed
diff-nature = category
diff-column = column
diff-column-added = column added
diff-column-removed = column removed
diff-reordered = order of the table
diff-cookie = Cookie { $name }{ $by ->
    [0] {""}
   *[other] {" "}({ $provider })
}
diff-cookie-added = added
diff-cookie-removed = removed
diff-cookie-moved = in another section
diff-head = { $place }, { $what }
diff-colon = {": "}
diff-cookies = Cookies: { $added ->
    [0] none added
    [one] one added
   *[other] { $added } added
}, { $removed ->
    [0] none removed
    [one] one removed
   *[other] { $removed } removed
}, { $changed ->
    [0] none changed
    [one] one changed
   *[other] { $changed } changed
}.
online-no-page = This file is a collection, not a page. Save the live page from the browser, and choose that file.
online-other-language = This page is in { $language ->
    [fr] French
    [en] English
   *[other] the language { $language }
}, which the release does not have. Choose the page in another language.
online-no-document = The release cannot be read again. Check the register of releases.
publish-told = Publication
publish-title = Publish charters
publish-do = Publish
publish-one-finding = This finding keeps charters from being published. Correct it, or give the reason to publish all the same.
publish-findings = These findings keep charters from being published. Correct them, or give for each the reason to publish all the same.
publish-finding-at = { $said } ({ $place })
publish-finding-said = { $said }{ $count ->
    [one] {""}
   *[other] {" "}({ $count } times)
}
publish-finding-stays = This finding cannot be waived: correct it first.
publish-reason = Reason to publish all the same
publish-reason-of = Reason: { $said }
publish-number-field = Number of the release
publish-number-next = the next one
publish-date-field = In force from
publish-date-wrong = This date cannot be read. Write it as 2026-10-12.
publish-by = Published by
publish-note = Note
publish-agreed-by = Agreed by (name of the DPO)
publish-agreed-on = Date of that agreement
publish-stopped = Stopped: nothing was published.
publish-summary = { $released ->
    [0] No charter published
    [one] One charter published
   *[other] { $released } charters published
}, { $refused ->
    [0] none refused
    [one] one charter refused
   *[other] { $refused } charters refused
}.
date-hint = yyyy-mm-dd
tab-releases = Releases
releases-this = This platform
releases-all = All
releases-history = Export the history…
releases-history-file = history
releases-of-model = A model is not published: choose a platform.
releases-none = This platform has not been published yet.
releases-none-at-all = No platform has been published yet.
releases-day = In force on
releases-day-wrong = Write the date as 2026-10-12.
releases-day-none = Nothing was published yet.
register-verifying = Verifying the register…
release-open = Open
release-open-spoken = Open release { $number }
release-now = Compare with today
release-now-spoken = Compare release { $number } with today
release-since = What changed
release-since-spoken = What changed in release { $number }
release-with = Compare with…
release-with-spoken = Compare release { $number } with another
release-number = Release { $number }
release-changed = changed since its release
release-other-language = One of the two has no text in { $language ->
    [fr] French
    [en] English
   *[other] the language { $language }
}. Choose another language at the top of the editor.
release-today = today
compared-title = { $from } and { $to }
compared-count = { $count ->
    [0] No difference.
    [one] One difference.
   *[other] { $count } differences.
}
command-compare = Compare with…
command-compare-hint = Compares this charter with its model, another charter, what is saved or released, or the collection with another file.
compare-field = Compare “{ $name }” with…
compare-model = Its model
compare-saved = What is saved
compare-release = Its last release
compare-file = Another file
compare-file-hint = Compares the whole collection with another version
compared-saved = Saved
compared-absent = This charter did not exist yet: there is nothing to compare.
compared-version = The other file
compared-now = this collection
compared-charters = { $charters ->
    [0] No charter differs.
    [one] One charter differs
   *[other] { $charters } charters differ
}{ $count ->
    [0] {""}
    [one] {" "}in one place.
   *[other] {" "}in { $count } places.
}
compared-more = { $count ->
    [one] And one more difference.
   *[other] And { $count } more differences. The command “chartrier diff” gives them all.
}
path-version-title = Compare with another version
path-version-hint = A .ron or .json file: an older copy, or a colleague’s.
compared-as-page = Open as a page
online-same = The live page says what release { $number } says
online-differs = The live page differs from release { $number }
online-no-release = This platform has no release that can be read. Publish it first.
status-release = Release { $number }, { $date }{ $changed ->
    [0] {""}
   *[other] , changed since
}
path-live-title = Check the live page
path-live = Compare
path-live-hint = Save the live page from the browser (HTML, text…), then choose that file here.
path-history-title = Export the history of releases
path-history = Export
path-history-hint = A name in .html makes a page, one in .pdf makes PDF pages.
command-publish = Publish…
command-publish-hint = Saves, exports and freezes charters in the register of releases.
command-check-online = Check the live page…
command-check-online-hint = Compares a copy of the live page with the last release.
command-show-releases = Releases
command-show-releases-hint = Shows or hides the register of releases.

## The board

command-board = Board of platforms
command-board-hint = All platforms, to sort and to change together.
board-close = Close the board
board-counts = { $all ->
    [one] 1 platform
   *[other] { $all-said } platforms
}{ $searched ->
    [0] {""}
   *[other] , { $shown ->
        [0] none shown
        [one] 1 shown
       *[other] { $shown-said } shown
    }
}
board-reading = Reading: { $done } of { $of }
board-stop = Stop
board-stopped = The reading was stopped.
board-read-again = Read again
board-search = Look for platforms
board-search-hint = Name, address, follows:commun, missing:en…
board-search-help = Look for words, or for example: follows:commun, -adapted:yes, model-changed, language:en, missing:en, finding:untranslated, published-before:2026-01-01, feature:matomo, field:publisher.name=town. The menu “Filter” writes them for you.
board-nothing-found = No platform matches this search.
board-unknown-key = “{ $key }” is not a known filter: see the “Filter” menu.
board-no-value = What to look for behind “{ $key }:”? Write it without a space.
board-wrong-value = “{ $key }” cannot be “{ $value }”.
board-right-values = Behind that colon: { $values }.
board-filters = Filter
board-filter-follows = Model followed
board-filter-adapted = With adaptations
board-filter-not-adapted = Without adaptations
board-filter-moved-on = The model has changed since
board-filter-missing = Missing text: { language-name }
board-filter-findings = Findings
board-filter-any-finding = With a finding
board-filter-blocking = That blocks the export
board-filter-unpublished = Never published
board-filter-changed = Changed since its release
kind-cycle = Models that follow each other in a circle
kind-unknown-model = Model that is not there
kind-unknown-field = Field that nothing defines
kind-unset-field = Field without a value
kind-gone = Adaptation of something gone
kind-taken = Id that is taken
kind-untranslated = Text without a translation
board-choose-hint = Tick platforms to change them together: Space ticks, Shift extends, Ctrl+A ticks all; Enter opens.
board-choose-all = Choose all that are shown
board-choose-none = Choose none
board-chosen = { $count ->
    [one] 1 chosen
   *[other] { $count-said } chosen
}{ $hidden ->
    [0] {""}
    [one] , 1 of them not shown
   *[other] , { $hidden-said } of them not shown
}
board-change = Change
board-check = Check
board-export = Export…
board-changed = { $count ->
    [one] One platform is changed; Undo brings it back.
   *[other] { $count-said } platforms are changed; Undo brings all of them back.
}
board-removed = { $count ->
    [one] One platform is removed; Undo brings it back.
   *[other] { $count-said } platforms are removed; Undo brings all of them back.
}
board-name = Name
board-follows = Follows
board-follows-none = none
board-adaptations = Adaptations
board-languages = Languages
board-updated = Updated
board-release = Release
board-findings = Findings
board-sort = Sort: { $column }
board-sorted-up = { $column }: sorted upwards
board-sorted-down = { $column }: sorted downwards
board-adapted = { $moved ->
    [0] { $count }
   *[other] { $count }, { $moved } to see
}
board-written = { $language } { $percent }%
board-released = { $number } of { $date }
board-told-follows = Follows: { $value }
board-told-adaptations = Adaptations: { $value }
board-told-languages = Languages: { $value }
board-told-updated = Updated: { $value }
board-told-release = Release: { $value }
board-told-findings = Findings: { $value }
board-findings-of = { $kind } ({ $count })

bulk-field = Give a field a value…
bulk-have-fact = Add a feature…
bulk-lack-fact = Take a feature away…
bulk-follow = Follow another model…
bulk-add-language = Add a language…
bulk-hide-section = Hide a section…
bulk-show-section = Show a section again…
bulk-add-row = Add a row to a table…
bulk-remove-row = Take a row out of a table…
bulk-remove = Remove…
bulk-chosen = { $count ->
    [one] 1 platform chosen
   *[other] { $count-said } platforms chosen
}
bulk-which-field = Field
bulk-words = Value
bulk-clears = Nothing: the field says its default again
bulk-all-languages = All languages
bulk-language = Language
bulk-language-hint = The languages of the collection are set in its properties.
bulk-fact = Feature
bulk-model = Model to follow
bulk-section = Section
bulk-table = Table of the section
bulk-row = Row
bulk-remove-title = Remove platforms
bulk-remove-hint = They leave the collection; what was published stays in the register.
bulk-not-asked = First choose what is to change.
bulk-planning = What will change: { $done } of { $of }
bulk-removes = { $changes ->
    [0] No platform will be removed
    [one] 1 platform will be removed
   *[other] { $changes-said } platforms will be removed
}.
bulk-counts = { $changes ->
    [0] No platform will change
    [one] 1 platform will change
   *[other] { $changes-said } platforms will change
}{ $same ->
    [0] {""}
    [one] , 1 is so already
   *[other] , { $same-said } are so already
}{ $impossible ->
    [0] {""}
    [one] , 1 cannot
   *[other] , { $impossible-said } cannot
}.
bulk-changes = { $name }
bulk-changes-from = { $name } (now: { $value })
bulk-follows = { $name }: { $otherwise ->
    [0] will read as before
    [one] 1 text will read otherwise
   *[other] { $otherwise } texts will read otherwise
}{ $own ->
    [0] {""}
    [one] , 1 adaptation stays as an addition
   *[other] , { $own } adaptations stay as additions
}{ $dropped ->
    [0] {""}
    [one] , 1 has nothing to be about any more
   *[other] , { $dropped } have nothing to be about any more
}
bulk-same = { $name }: so already
bulk-impossible = { $name }: { $value }
bulk-own-texts = its charter has texts of its own
bulk-no-model = that model is gone
bulk-no-language = the collection does not have this language
bulk-no-section = does not have this section
bulk-own-section = this section is its own
bulk-hidden-by-model = its model hides it
bulk-no-table = does not have this table
bulk-other-columns = its table has other columns
bulk-taken = two of its rows have the same id
bulk-do = { $count ->
    [0] Change
    [one] Change 1 platform
   *[other] Change { $count-said } platforms
}
bulk-do-add = { $count ->
    [0] Add
    [one] Add to 1 platform
   *[other] Add to { $count-said } platforms
}
bulk-do-take = { $count ->
    [0] Take away
    [one] Take away from 1 platform
   *[other] Take away from { $count-said } platforms
}
bulk-do-hide = { $count ->
    [0] Hide
    [one] Hide on 1 platform
   *[other] Hide on { $count-said } platforms
}
bulk-do-show = { $count ->
    [0] Show again
    [one] Show again on 1 platform
   *[other] Show again on { $count-said } platforms
}
bulk-do-remove = { $count ->
    [0] Remove
    [one] Remove 1 platform
   *[other] Remove { $count-said } platforms
}
deed-many-fields = field of several platforms
deed-many-facts = feature of several platforms
deed-many-follow = model of several platforms
deed-many-languages = language of several platforms
deed-many-hide = section hidden on several platforms
deed-many-show = section shown again on several platforms
deed-many-add-row = row added on several platforms
deed-many-remove-row = row taken out of several platforms
deed-many-remove = several platforms removed
## Adaptations whose model has changed

moved-title = Adaptations to review
moved-none = No adaptation is to be reviewed.
moved-looking = Looking for adaptations to review…
moved-stop = Stop looking
moved-place = { $name } · { $place }
moved-language = In { language-name }
moved-stays = Also adapted in { language-name }, where the model has not changed: that stays.
moved-open = Go to this text
moved-keep = Keep mine
moved-keep-hint = Keeps what is written here. It is not to be reviewed again as long as the model stays as it is.
moved-take = Take the model’s
moved-take-hint = This text follows the model again. What is adapted in a language in which the model has not changed stays.
moved-merge = Merge…
moved-merge-hint = Puts together the words that the model changed and those that were changed here.
moved-others-stay = The other paragraphs do not change.
moved-together = Both together
moved-together-line = { $count ->
    [one] Merged text
   *[other] Merged text, line { $at } of { $count }
}
moved-only-removed = Nothing is to be written: lines are removed.
moved-undecided = In brackets: the words of the model, then those here. Keep those that fit.
moved-use = Use this text
moved-keep-all = Keep all { $count } here
moved-take-all = Take all { $count } of the model
moved-next = Next
moved-previous = Previous
moved-no-cell = (no cell)
status-moved = { $count ->
    [one] 1 adaptation to review
   *[other] { $count } adaptations to review
}

## Following another model

follow-title = “{ $name }” will follow “{ $model }”
follow-kept = { $count ->
    [one] 1 adaptation stays.
   *[other] { $count } adaptations stay.
}
follow-said = { $count ->
    [one] 1 adaptation is no longer needed: the model says the same.
   *[other] { $count } adaptations are no longer needed: the model says the same.
}
follow-own = Has no place in the model, and stays as an addition: { $place }
follow-dropped = Is no longer adapted, since the model does not have it: { $place }
follow-nothing = Nothing is adapted.
follow-differences = { $count ->
    [0] The charter will read as before.
    [one] 1 difference in the charter:
   *[other] { $count } differences in the charter:
}
follow-do = Follow this model

## Making a model from platforms

lift-title = Make a model from platforms
lift-text = What most of these platforms say becomes a model, which they follow. What is their own stays theirs, and each charter is shown exactly as before.
lift-name = Name of the model
lift-all = Check all
lift-none = Uncheck all
lift-look = See what they share
lift-looking = Comparing: { $done } of { $of }
lift-stop = Stop
lift-back = Back to the choice
lift-do = Create this model
lift-summary = { $sections ->
    [0] No section in common
    [one] 1 section in common
   *[other] { $sections } sections in common
}, { $adaptations ->
    [0] no adaptation
    [one] 1 adaptation in 1 platform
   *[other] { $adaptations } adaptations in { $platforms ->
        [one] 1 platform
       *[other] { $platforms } platforms
    }
}
lift-model = “{ $name }”
lift-follows = It will follow { $model }, which all of these platforms follow.
lift-leaves = They will no longer follow { $models }: what changes there will not reach them.
lift-leaves-all = These platforms have no model in common: they leave { $count ->
    [one] { $models }
   *[other] their models ({ $models })
}, and what changes there will no longer reach them.
lift-sections = What the model will say
lift-no-heading = (section without a heading)
lift-platforms = What stays each one’s own
lift-platform = { $name }: { $count ->
    [0] nothing
    [one] 1 adaptation
   *[other] { $count } adaptations
}
lift-unsound = { $name } stays apart: a finding of its charter is to be corrected first.
lift-other = { $name } stays apart: its charter would read otherwise.
lift-nothing = These platforms have no section in common.
lift-too-few = At least two platforms that can follow one model are needed.
