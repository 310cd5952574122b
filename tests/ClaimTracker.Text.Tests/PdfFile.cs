using System.Globalization;
using System.Text;

namespace ClaimTracker.Text.Tests;

/// <summary>Writes small PDFs by hand.</summary>
internal static class PdfFile
{
    public static byte[] Of(params string[] pages) => Of("", pages);

    /// <param name="about">The members of the document's information.</param>
    /// <param name="pages">The drawing of each page.</param>
    public static byte[] Of(string about, string[] pages) => Of(about, [.. pages.Select(Encoding.Latin1.GetBytes)], "");

    public static byte[] OfPacked(byte[] page) => Of("", [page], "/Filter/FlateDecode");

    /// <summary>Lines from the top, each with its font and size.</summary>
    public static string Lines(int top, params (string Font, string Words)[] lines)
    {
        var page = new StringBuilder();
        double y = top;
        foreach (var (font, words) in lines)
        {
            var size = double.Parse(font.AsSpan(2), CultureInfo.InvariantCulture);
            y -= size * 1.25;
            page.Append(CultureInfo.InvariantCulture, $"BT /{font} Tf 60 {y} Td ({Escaped(words)}) Tj ET\n");
        }

        return page.ToString();
    }

    /// <summary>Lines of 10 points at a place.</summary>
    public static string Column(int left, int top, params string[] lines) => string.Concat(lines.Select((words, i) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F 10 Tf {left} {top - (i * 12.5)} Td ({Escaped(words)}) Tj ET\n")));

    private static string Escaped(string words) =>
        words.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static byte[] Of(string about, byte[][] pages, string filter)
    {
        var (file, places) = (new MemoryStream(), new List<long>());
        Write("%PDF-1.7\n");
        var kids = string.Join(' ', pages.Select(static (_, i) => $"{5 + (i * 2)} 0 R"));
        Add("<</Type/Catalog/Pages 2 0 R>>");
        Add($"<</Type/Pages/Kids[{kids}]/Count {pages.Length}>>");
        Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        Add($"<<{about}>>");
        for (var i = 0; i < pages.Length; i++)
        {
            Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {6 + (i * 2)} 0 R/Resources<</Font<</F 3 0 R>>>>>>");
            Begin();
            Write($"<</Length {pages[i].Length}{filter}>>\nstream\n");
            file.Write(pages[i]);
            Write("\nendstream\nendobj\n");
        }

        var start = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => Write($"{place:0000000000} 00000 n \n"));
        Write($"trailer\n<</Size {places.Count + 1}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{start}\n%%EOF");
        return file.ToArray();

        void Begin()
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n");
        }

        void Add(string dictionary)
        {
            Begin();
            Write(dictionary + "\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }
}
