using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Blocks;

/// <summary>Gives every passage its type: first by its own words, then by its place relative to the body of the article.</summary>
internal static class Outline
{
    private const int MostWordsOfCaption = 80;
    private const int FewestWordsOfDeck = 5;

    public static DraftArticle Of(string text, List<Passage> passages, string language)
    {
        var readings = passages.ConvertAll(p => Reading.Of(text, p, language));
        var title = TitleFinder.Find(text, readings);
        var body = BodyRange.Marked(readings) ?? BodyRange.Of(text, readings).From(readings, title);
        var scraped = readings.Exists(r => r.Kind is PassageKind.Chrome or PassageKind.Image);
        var endMark = EndMark(text, readings, body);
        var blocks = new List<Draft>(readings.Count);
        for (var i = 0; i < readings.Count; i++)
        {
            var type = InCaption(readings[i]) ?? readings[i].Passage.Type
                ?? (i == title ? BlockType.Title : ByItself(text, readings, i) ?? ByPlace(readings, i, body, endMark, title, scraped));
            blocks.Add(new Draft(type, readings[i].Span));
        }

        return new DraftArticle(
            blocks,
            title < 0 ? null : readings[title].Span.Of(text),
            readings.Find(r => r.Byline is not null)?.Byline ?? MarkedByline(text, readings),
            readings.Find(r => r.Date is not null)?.Date);
    }

    private static string? MarkedByline(string text, List<Reading> readings) =>
        readings
            .Where(r => r.Passage.Type == BlockType.Byline)
            .Select(r => Bylines.MarkedName(r.Span.In(text)))
            .FirstOrDefault(name => name is not null);

    /// <summary>A line under a picture that names its maker, the author or a date is no caption.</summary>
    private static BlockType? InCaption(Reading reading) => reading.Passage.Type != BlockType.Caption ? null : reading.Kind switch
    {
        PassageKind.Credit => BlockType.Credit,
        PassageKind.Byline => BlockType.Byline,
        PassageKind.Date => BlockType.Dateline,
        PassageKind.Chrome => BlockType.Navigation,
        _ => null,
    };

    private static BlockType? ByItself(string text, List<Reading> readings, int at)
    {
        var reading = readings[at];
        return reading.Kind switch
        {
            PassageKind.Image => BlockType.Image,
            PassageKind.Byline => BlockType.Byline,
            PassageKind.Date => BlockType.Dateline,
            PassageKind.Credit => BlockType.Credit,
            _ when reading.Passage.InArticle != false && IsCaption(text, readings, at) => BlockType.Caption,
            _ when reading.Passage.InArticle is null && text[reading.Span.Start] == '>' && reading.Words > 0 => BlockType.Quote,
            _ => null,
        };
    }

    /// <summary>Checks whether the passage is directly under a picture, or ends with a credit.</summary>
    private static bool IsCaption(string text, List<Reading> readings, int at)
    {
        var reading = readings[at];
        if (reading.Kind == PassageKind.Chrome || reading.Words > MostWordsOfCaption)
        {
            return false;
        }

        var underPicture = at > 0 && readings[at - 1].IsImage && !reading.Passage.AfterBlank;
        return (underPicture && readings.Exists(r => r.Passage.AfterBlank && r.Span.Start > 0))
            || Credits.StartIn(text, reading.Span) < reading.Span.End;
    }

    /// <summary>The first line below the body that ends an article, such as "Comments".</summary>
    private static int EndMark(string text, List<Reading> readings, BodyRange body)
    {
        var mark = readings.FindIndex(body.End, r => r.Kind == PassageKind.Chrome && SiteChrome.EndsArticle(r.Span.In(text)));
        return mark < 0 ? readings.Count : mark;
    }

    /// <summary>
    /// Decides by place. On a page with menus and the like (<paramref name="scraped"/>), short lines outside the body are navigation or
    /// footer. A full sentence is not, however short or late it is, as long as no line says that the article is over.
    /// </summary>
    private static BlockType ByPlace(List<Reading> readings, int at, BodyRange body, int endMark, int title, bool scraped)
    {
        var reading = readings[at];
        var outside = body.IsEmpty || at < body.End ? BlockType.Navigation : BlockType.Footer;
        if (reading.Passage.InArticle == false)
        {
            return outside;
        }

        if (reading.Passage.InArticle == true || (at >= body.Start && at < body.End))
        {
            return reading.Kind == PassageKind.Chrome ? BlockType.Navigation : BlockType.Paragraph;
        }

        if (reading.Kind == PassageKind.Chrome)
        {
            return outside;
        }

        if (reading.IsSentence && at < endMark)
        {
            return BlockType.Paragraph;
        }

        var isDeck = title >= 0 && at > title && at < body.Start && reading.Words >= FewestWordsOfDeck;
        return isDeck || !scraped || (body.IsEmpty && reading.Words > FewestWordsOfDeck) ? BlockType.Paragraph : outside;
    }
}
