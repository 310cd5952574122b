namespace ClaimTracker.Text.Body;

/// <summary>What the markup of an element says about the text in it: what part of a page it is.</summary>
[Flags]
internal enum Areas
{
    None = 0,

    /// <summary>A dialog, a consent notice: laid over the page, never part of it.</summary>
    Dialog = 1,

    /// <summary>Not shown when the page opens.</summary>
    Hidden = 1 << 1,

    /// <summary>Menus, forms, share buttons: what a visitor operates.</summary>
    Menu = 1 << 2,

    /// <summary>The head or foot of the site.</summary>
    Site = 1 << 3,

    /// <summary>Beside the main text.</summary>
    Aside = 1 << 4,

    /// <summary>What readers wrote.</summary>
    Comments = 1 << 5,

    /// <summary>Pointers to other articles.</summary>
    Teasers = 1 << 6,

    /// <summary>Advertising, newsletters, subscriptions.</summary>
    Promotion = 1 << 7,

    /// <summary>An element that is named as the body of an article.</summary>
    NamedBody = 1 << 8,

    /// <summary>An article element.</summary>
    Article = 1 << 9,

    /// <summary>The main element.</summary>
    Main = 1 << 10,

    /// <summary>An element that is named as the standfirst.</summary>
    Standfirst = 1 << 11,

    /// <summary>A picture with its caption, a gallery, a player.</summary>
    Media = 1 << 12,

    /// <summary>Beyond doubt: by a role that browsers act upon, or the name of a consent tool.</summary>
    Surely = 1 << 13,

    /// <summary>Whatever surrounds an article.</summary>
    Furniture = Menu | Site | Aside | Comments | Teasers | Promotion,

    /// <summary>Out of the running, unless the page shows nothing else.</summary>
    Unseen = Dialog | Hidden,
}

/// <summary>Extends <see cref="Areas"/>.</summary>
internal static class AreasExtensions
{
    /// <summary>Checks for at least one of some areas.</summary>
    public static bool IsAny(this Areas areas, Areas some) => (areas & some) != Areas.None;
}
