using System.Globalization;
using System.Text.Json;
using ClaimTracker.Api.Domain.Sources;
using static ClaimTracker.Api.Web.Json.LooseJson;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>
/// A source as <see href="https://docs.citationstyles.org/en/stable/specification.html">CSL-JSON</see> has it, which Zotero and other
/// reference managers export.
/// </summary>
internal sealed record CslItem(long Line, SourceBody Source) : ImportItem(Line)
{
    private const string DoiResolver = "https://doi.org/";

    // One without an address is told apart by its title, its author and its date.
    private const string SameSql = """
        select s.id
        from sources s
        where substr(s.title_key, 1, 200) = @prefix
            and s.title_key = @key
            and coalesce(s.url_key, '') = ''
            and coalesce(s.author, '') = @author
            and coalesce(s.published_on, '') = @date
        limit 1
        """;

    public override async Task<bool> TakeAsync(Change change, WaitingClaims waiting)
    {
        RowReader.Require(SourceBodyValidator.Instance, Source);
        var key = TextKey.Of(Source.Title ?? "");
        if (Source.Url is null && await change.AnyAsync(SameSql, new
        {
            key,
            prefix = KeyPrefix.Of(key),
            author = Source.Author ?? "",
            date = Source.PublishedOn?.ToString() ?? "",
        }))
        {
            return false;
        }

        return (await SourceWriter.FindOrInsertAsync(change, Source)).IsNew;
    }

    public static ImportItem Of(JsonItem item)
    {
        var csl = item.Value;
        var type = Text(csl, "type");
        return new CslItem(item.Number, new SourceBody
        {
            Url = Text(csl, "URL") ?? (Text(csl, "DOI") is { } doi ? DoiResolver + doi : null),
            Title = Text(csl, "title"),
            Author = Names(csl, "author") ?? Names(csl, "editor"),
            Publisher = Text(csl, "container-title") ?? Text(csl, "publisher"),
            PublishedOn = Date(csl, "issued"),
            AccessedOn = Date(csl, "accessed") is { } day && DateOnly.TryParse(day.ToString(), CultureInfo.InvariantCulture, out var read)
                ? read
                : null,
            ArchivedUrl = Text(csl, "archive_location") is { } archived && UrlKey.IsHttp(archived) ? archived : null,
            Medium = type switch
            {
                "dataset" => Medium.Dataset,
                "motion_picture" or "broadcast" => Medium.Video,
                "song" => Medium.Audio,
                "graphic" or "map" or "figure" => Medium.Image,
                "interview" => Medium.Interview,
                "webpage" or "post" or "post-weblog" or "article-newspaper" or "article-magazine" => Medium.WebText,
                _ when Text(csl, "URL")?.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) == true => Medium.Pdf,
                _ => Medium.WebText,
            },
            Kind = type switch
            {
                "dataset" => SourceKind.Dataset,
                "interview" => SourceKind.Interview,
                "legislation" or "legal_case" or "bill" or "treaty" or "hearing" or "regulation" => SourceKind.Official,
                _ => SourceKind.Secondary,
            },
        });
    }

    private static string? Text(JsonElement csl, string name) => TextOf(Member(csl, name))?.Trim();

    private static string? Names(JsonElement csl, string name)
    {
        var names = Each(csl, name).Select(static one =>
            Text(one, "literal") ?? string.Join(' ', new[]
            {
                Text(one, "given"), Text(one, "non-dropping-particle"), Text(one, "family"), Text(one, "suffix"),
            }.OfType<string>()));
        return string.Join(RowReader.BetweenNames, names.Where(static one => one.Length > 0)) is { Length: > 0 } all ? all : null;
    }

    // date-parts is a list of dates, each a list of year, month and day, which some write as texts.
    private static PartialDate? Date(JsonElement csl, string name)
    {
        var date = Member(csl, name);
        var text = First(date, "date-parts") is { ValueKind: JsonValueKind.Array } parts
            ? string.Join('-', parts.EnumerateArray().Take(3).Select(static (part, i) => part.ToString().PadLeft(i == 0 ? 4 : 2, '0')))
            : TextOf(Member(date, "raw")) ?? TextOf(Member(date, "literal"));
        return PartialDate.TryParse(text?.Trim(), out var known) ? known : null;
    }
}
