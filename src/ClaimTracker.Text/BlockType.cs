namespace ClaimTracker.Text;

/// <summary>What a run of an article is. Nothing of the input is thrown away: what is no prose has a type too.</summary>
public enum BlockType
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>When it was published, or the place, date and agency that open a wire report.</summary>
    Dateline,

    /// <summary>Running prose, crossheads and list items.</summary>
    Paragraph,

    /// <summary>A passage set apart as somebody else's words.</summary>
    Quote,

    /// <summary>The words under a picture.</summary>
    Caption,

    /// <summary>Who made or owns a picture.</summary>
    Credit,

    /// <summary>The address of a picture.</summary>
    Image,

    /// <summary>Who the author is.</summary>
    Bio,

    /// <summary>Whose views these are, where it was printed first, editor's notes.</summary>
    Disclaimer,

    /// <summary>Menus, share buttons, advertising labels.</summary>
    Navigation,

    /// <summary>What a site puts below an article.</summary>
    Footer,
}
