using AngleSharp.Dom;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Body;

namespace ClaimTracker.Text.Html;

/// <summary>
/// What part of a page an element is, by its tag, its role and the words of its class and id. Content systems have no standard for these
/// names, but the words are few; "article__related-links" has three.
/// </summary>
internal static class ElementNames
{
    private const int MostWords = 6;

    private static readonly WordSet Dialogs = new(
        """
        modal dialog popup popover overlay lightbox offcanvas tooltip interstitial toast
        """);

    private static readonly WordSet Consents = new(
        "consent cookie cookies cookiebanner cookieconsent cookienotice onetrust ot gdpr ccpa dsgvo cmp cmpbox didomi usercentrics truste");

    private static readonly WordSet Comments = new(
        "comments comment commentlist kommentare kommentar commentaires comentarios commenti disqus livefyre postings reactions respond");

    private static readonly WordSet Teasers = new(
        """
        related recommended recommendation recommendations recommend recirculation recirc teaser teasers readmore mostread mostpopular
        popular trending outbrain taboola zergnet sidebar rail carousel
        upnext seealso similar suggested suggestions linklist morefrom moreon
        """);

    private static readonly WordSet Promotion = new(
        """
        newsletter newsletters subscribe subscription subscriptions signup promo promotion promotions promobox advert adverts advertisement
        advertising ad ads adslot adbox sponsor sponsored sponsors affiliate cta donate donation membership piano paybox abo offer offers
        """);

    private static readonly WordSet Menus = new(
        """
        share sharing sharebar toolbar addthis breadcrumb breadcrumbs pagination pager taglist tags keywords menu nav navbar
        navigation masthead login search skip skiplink print follow tooltips topics
        """);

    private static readonly WordSet Media = new("gallery slideshow figure video player caption media photo image img picture");

    private static readonly WordSet Standfirsts = new(
        """
        standfirst deck dek subtitle subtitel subheadline subhead subheading
        sub-title summary lead lede leadtext intro introduction abstract
        excerpt description vorspann chapo chapeau entradilla bajada copete ingress sottotitolo sommario sapo dropline kurztext spoiler lid
        teasertext introtext
        """);

    private static readonly string[] Bodies =
    [
        "articlebody", "storybody", "postbody", "entrycontent", "postcontent", "articlecontent", "articletext", "storycontent",
        "newsbody", "newscontent", "newstext", "bodytext", "bodycontent",
        "maincontent", "richtext", "contentbody", "articlecopy", "storytext",
        "textbody", "singlecontent", "articledetail", "contenttext", "bodycopy", "notecontent", "notabody", "cuerponoticia", "haberdetay",
    ];

    /// <summary>What the markup of the element itself says.</summary>
    /// <param name="element">An element of a page.</param>
    /// <param name="inArticle">True inside of an article or main element: a header there belongs to the article.</param>
    public static Areas Of(IElement element, bool inArticle)
    {
        var areas = OfTag(element, inArticle) | OfRole(element) | (IsHidden(element) ? Areas.Hidden : Areas.None);
        if (element.GetAttribute("itemprop") is "articleBody" or "reviewBody")
        {
            areas |= Areas.NamedBody;
        }

        areas |= OfNames(element.GetAttribute("class")) | OfNames(element.Id);
        return element.LocalName is "body" or "html" or "main" ? areas & (Areas.Main | Areas.Hidden) : areas;
    }

    private static Areas OfTag(IElement element, bool inArticle) => element.LocalName switch
    {
        "article" => Areas.Article,
        "main" => Areas.Main,
        "dialog" => Areas.Dialog | Areas.Surely,
        "nav" or "button" or "menu" or "form" => Areas.Menu,
        "aside" => Areas.Aside,
        "header" or "footer" when !inArticle => Areas.Site,
        "footer" => Areas.Menu,
        "figure" or "figcaption" => Areas.Media,
        _ => Areas.None,
    };

    private static Areas OfRole(IElement element) => element.GetAttribute("role") switch
    {
        "dialog" or "alertdialog" => Areas.Dialog | Areas.Surely,
        "navigation" or "menu" or "menubar" or "search" or "toolbar" => Areas.Menu,
        "contentinfo" or "banner" => Areas.Site,
        "complementary" => Areas.Aside,
        "main" => Areas.Main,
        "article" => Areas.Article,
        _ => element.GetAttribute("aria-modal") == "true" ? Areas.Dialog | Areas.Surely : Areas.None,
    };

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private static Areas OfNames(string? names)
    {
        var areas = Areas.None;
        foreach (var name in (names ?? "").AsSpan().Split(' '))
        {
            areas |= OfName(names.AsSpan()[name]);
        }

        return areas;
    }

    /// <summary>A name of many words is a headline made into an id, or a list of settings.</summary>
    private static Areas OfName(ReadOnlySpan<char> name)
    {
        var areas = Areas.None;
        Span<char> letters = stackalloc char[Math.Min(name.Length, 64)];
        var (length, words) = (0, 0);
        foreach (var part in NameParts.Of(name))
        {
            if (++words > MostWords)
            {
                return Areas.None;
            }

            var word = name[part];
            areas |= OfWord(word);
            for (var i = 0; i < word.Length && length < letters.Length; i++)
            {
                letters[length++] = char.ToLowerInvariant(word[i]);
            }
        }

        foreach (var body in Bodies)
        {
            if (letters[..length].EndsWith(body, StringComparison.Ordinal))
            {
                return areas | Areas.NamedBody;
            }
        }

        return areas;
    }

    private static Areas OfWord(ReadOnlySpan<char> word) =>
        Consents.Contains(word) ? Areas.Dialog | Areas.Surely
        : Dialogs.Contains(word) ? Areas.Dialog
        : Comments.Contains(word) ? Areas.Comments
        : Teasers.Contains(word) ? Areas.Teasers
        : Promotion.Contains(word) ? Areas.Promotion
        : Menus.Contains(word) ? Areas.Menu
        : Media.Contains(word) ? Areas.Media
        : Standfirsts.Contains(word) ? Areas.Standfirst
        : OfStem(word);

    /// <summary>Words that are written together: "relatedposts", "sharebuttons".</summary>
    private static Areas OfStem(ReadOnlySpan<char> word) =>
        Starts(word, "related", "recommend", "sidebar", "recirc") ? Areas.Teasers
        : Starts(word, "newsletter", "advert", "promo", "subscri", "sponsor") ? Areas.Promotion
        : Starts(word, "sharing", "share", "breadcrumb") ? Areas.Menu
        : Starts(word, "comment", "disqus") ? Areas.Comments
        : Starts(word, "cookie", "consent") ? Areas.Dialog | Areas.Surely
        : Areas.None;

    private static bool Starts(ReadOnlySpan<char> word, params ReadOnlySpan<string> stems)
    {
        foreach (var stem in stems)
        {
            if (word.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
