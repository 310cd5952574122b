using System.Globalization;
using System.Text;

namespace ClaimTracker.Api.Domain.Search;

/// <summary>The words of a thing, or of a part of a long article, as a row of the index.</summary>
internal sealed record IndexedThing(
    long Id,
    int Part,
    IReadOnlyList<string> Title,
    IReadOnlyList<string> Text,
    IReadOnlyList<string> Name,
    IReadOnlyList<string> Note)
{
    /// <summary>PostgreSQL knows no place beyond it.</summary>
    private const int LastPlace = 16_383;

    /// <summary>The row as an engine takes it: its id, and its columns.</summary>
    public object[] ToRow(Dialect dialect)
    {
        var id = (Id * SearchTable.Parts) + Part;
        return dialect == Dialect.Sqlite ? [id, Joined(Title), Joined(Text), Joined(Name), Joined(Note)] : [id, Vector()];
    }

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words);

    /// <summary>As PostgreSQL reads a tsvector: each word with its place and the letter of its column. A gap parts the columns.</summary>
    private string Vector()
    {
        var vector = new StringBuilder();
        var place = 0;
        foreach (var (words, letter) in new[] { (Title, 'A'), (Text, 'B'), (Name, 'C'), (Note, 'D') })
        {
            foreach (var word in words)
            {
                place++;
                vector.Append(CultureInfo.InvariantCulture, $"'{word}':{Math.Min(place, LastPlace)}{letter} ");
            }

            place++;
        }

        return vector.ToString();
    }
}
