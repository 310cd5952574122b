namespace ClaimTracker.Text.Body;

/// <summary>Says where on a page a passage stands, for the person who looks at what was set apart.</summary>
internal static class PagePlaces
{
    private static readonly (Areas Area, string Name)[] Names =
    [
        (Areas.Dialog, "dialog"), (Areas.Hidden, "hidden"), (Areas.Comments, "comments"), (Areas.Promotion, "promotion"),
        (Areas.Teasers, "teasers"), (Areas.Site, "site"), (Areas.Menu, "menu"), (Areas.Aside, "aside"),
    ];

    /// <summary>The place of the passage that begins at a position; null for one that is nothing but links.</summary>
    public static Func<int, string?> Of(PageFacts page)
    {
        var passages = page.Passages.ToDictionary(static p => p.Span.Start);
        return at =>
        {
            if (!passages.TryGetValue(at, out var passage))
            {
                return "outside";
            }

            if (passage.LinkShare > 0.8 && !passage.InParagraph)
            {
                return null;
            }

            var areas = page.Nodes[passage.Node].Inherited;
            return Array.Find(Names, name => areas.IsAny(name.Area)).Name ?? "outside";
        };
    }
}
