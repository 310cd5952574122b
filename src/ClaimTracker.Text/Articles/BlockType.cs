namespace ClaimTracker.Text;

/// <summary>The role of a block in an article. Nothing of the input is thrown away: text that is not prose has a type too.</summary>
public enum BlockType
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>The author's name.</summary>
    Byline,

    /// <summary>The date of publication, or the place, date and agency that open a wire report.</summary>
    Dateline,

    /// <summary>The sentences between headline and body that sum it up: deck, dek, summary.</summary>
    Standfirst,

    /// <summary>Running prose.</summary>
    Paragraph,

    /// <summary>A heading within the body.</summary>
    Heading,

    /// <summary>An item of a list within the body.</summary>
    ListItem,

    /// <summary>A row of a table, with tabs between its cells.</summary>
    TableRow,

    /// <summary>A passage set apart as somebody else's words.</summary>
    Quote,

    /// <summary>The words under a picture.</summary>
    Caption,

    /// <summary>The maker or owner of a picture.</summary>
    Credit,

    /// <summary>The address of a picture.</summary>
    Image,

    /// <summary>Lines of a program, or of its output: words of a machine.</summary>
    Code,

    /// <summary>A note about the author.</summary>
    Bio,

    /// <summary>A note about the article: whose views it holds, where it was first printed, what the editors add.</summary>
    Disclaimer,

    /// <summary>Menus, share buttons, advertising labels.</summary>
    Navigation,

    /// <summary>Text of the site below an article.</summary>
    Footer,
}

/// <summary>Extends <see cref="BlockType"/>.</summary>
public static class BlockTypes
{
    /// <summary>Checks whether blocks of this type are split into sentences, because they may say something worth checking.</summary>
    /// <param name="type">The type of a block.</param>
    public static bool HasSentences(this BlockType type) =>
        type is BlockType.Title or BlockType.Standfirst or BlockType.Paragraph or BlockType.Heading or BlockType.ListItem
            or BlockType.TableRow or BlockType.Quote or BlockType.Caption or BlockType.Bio or BlockType.Disclaimer;
}
