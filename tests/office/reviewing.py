"""What a reviewer does to a document: tracked changes, a comment, a row taken out."""


def find(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    search.SearchCaseSensitive = True
    found = document.findFirst(search)
    assert found is not None, words
    return found


def replace(document, old, new):
    """Puts words in the place of others, at the first place where these stand."""
    find(document, old).setString(new)


def review(document):
    document.RecordChanges = True
    replace(document, "combien de temps ils restent", "combien de jours ils restent")

    remarked = find(document, "indispensables")
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Author, note.Content = "Cécile", "Lesquels ?"
    remarked.Text.insertTextContent(remarked.End, note, False)

    table = document.TextTables.getByIndex(0)
    cell = table.getCellByName("A2")
    words = cell.createTextCursor()
    words.gotoEnd(True)
    words.setString("Opendatasoft SAS")
    table.Rows.removeByIndex(table.Rows.Count - 1, 1)
