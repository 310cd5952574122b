using System.Text;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary>A post and the claims that it is about.</summary>
internal sealed record AskedPost(string Text, IReadOnlySet<long> Claims);

/// <summary>A claim that was checked.</summary>
internal sealed record CheckedClaim(long Id, string Text, string Title);

/// <summary>The files of a set: claims.tsv, and for each part its queries and what is right for them (qrels).</summary>
internal sealed record MatchSet(IReadOnlyList<CheckedClaim> Claims, IReadOnlyDictionary<string, IReadOnlyList<AskedPost>> Parts)
{
    private static readonly string[] Names = ["train", "dev"];

    private readonly Dictionary<long, string> _texts = Claims.ToDictionary(static claim => claim.Id, static claim => claim.Text);

    // Some claims stand twice, with other quotation marks: each is as right as the other.
    private readonly ILookup<string, long> _twins =
        Claims.ToLookup(static claim => string.Join(' ', WordForms.Of(claim.Text)), static claim => claim.Id, StringComparer.Ordinal);

    public string TextOf(long claim) => _texts[claim];

    public IReadOnlySet<long> WithTwins(IEnumerable<long> claims) =>
        claims.SelectMany(claim => _twins[string.Join(' ', WordForms.Of(_texts[claim]))]).ToHashSet();

    public static MatchSet Read(string folder)
    {
        var claims = Rows(Path.Combine(folder, "claims.tsv")).Skip(1)
            .Select(static row => new CheckedClaim(long.Parse(row[0]), row[1], row[2])).ToList();
        return new MatchSet(claims, Names.ToDictionary(
            static name => name, name => (IReadOnlyList<AskedPost>)ReadPart(folder, name), StringComparer.Ordinal));
    }

    private static List<AskedPost> ReadPart(string folder, string name)
    {
        var right = File.ReadLines(Path.Combine(folder, name + ".qrels"))
            .Select(static line => line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Where(static parts => parts.Length > 3)
            .ToLookup(static parts => parts[0], static parts => long.Parse(parts[2]), StringComparer.Ordinal);
        return Rows(Path.Combine(folder, name + ".queries.tsv")).Skip(1)
            .Where(row => right.Contains(row[0]))
            .Select(row => new AskedPost(row[1], right[row[0]].ToHashSet()))
            .ToList();
    }

    // Cells in quotation marks may hold line breaks, and marks that are doubled.
    private static List<string[]> Rows(string path)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        var text = File.ReadAllText(path);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && (quoted || cell.Length == 0))
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && (text[i] is '\t' or '\n'))
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (text[i] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        return cell.Length == 0 ? rows : [.. rows, [.. row, cell.ToString()]];
    }
}
