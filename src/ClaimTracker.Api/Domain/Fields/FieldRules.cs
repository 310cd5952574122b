using System.Globalization;

namespace ClaimTracker.Api.Domain.Fields;

/// <summary>What a field takes, by its type. Values are kept as text, those of a list of choices one by one.</summary>
internal static class FieldRules
{
    /// <summary>The texts by which a value is kept.</summary>
    /// <exception cref="ProblemException">400: the field takes no such value.</exception>
    public static IReadOnlyList<string> Texts(FieldResponse field, FieldValue value) => (field.Type, value.Value) switch
    {
        (FieldType.Text, string text) when !string.IsNullOrWhiteSpace(text) && CodePoints.Count(text) <= Limits.Text => [text],
        (FieldType.Url, string url) when UrlKey.IsHttp(url) && CodePoints.Count(url) <= Limits.Url => [url],
        (FieldType.Date, string day) when IsDate(day) => [day],
        (FieldType.Choice, string word) when Has(field, word) => [word],
        (FieldType.Choices, IReadOnlyList<string> words) when words.All(word => Has(field, word)) && AreDistinct(words) => words,
        (FieldType.Number, double number) => [Text(number)],
        (FieldType.Bool, bool yes) => [Text(yes)],
        _ => throw Problem.Invalid(Path(field.Name), Expected(field)),
    };

    /// <summary>The value that was kept by these texts.</summary>
    public static FieldValue Value(FieldType type, IReadOnlyList<string> texts) => new(type switch
    {
        FieldType.Choices => texts,
        FieldType.Number => double.Parse(texts[0], CultureInfo.InvariantCulture),
        FieldType.Bool => texts[0] == Text(true),
        _ => texts[0],
    });

    /// <summary>
    /// The value that a cell of a spreadsheet says; its text where the field takes no such value, which <see cref="Texts"/> refuses.
    /// </summary>
    public static FieldValue OfCell(FieldType type, string cell) => new(type switch
    {
        FieldType.Number when double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        FieldType.Bool when bool.TryParse(cell, out var yes) => yes,
        FieldType.Choices => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList(),
        _ => cell,
    });

    /// <summary>The form for comparison of a text that a filter asks for.</summary>
    /// <exception cref="ProblemException">400: no value of the field has this form.</exception>
    public static string AskedKey(FieldResponse field, string asked, string path) => Key(field.Type switch
    {
        FieldType.Number when double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => Text(number),
        FieldType.Date when IsDate(asked) => asked,
        FieldType.Bool when asked is "true" or "false" => asked,
        FieldType.Choice or FieldType.Choices when field.Choices!.Any(choice => Key(choice) == Key(asked)) => asked,
        FieldType.Text or FieldType.Url => asked,
        FieldType.Choices => throw Problem.Invalid(path, $"must be one of {string.Join(", ", field.Choices!)}"),
        _ => throw Problem.Invalid(path, Expected(field)),
    });

    /// <summary>The form for comparison of a text.</summary>
    public static string Key(string text) => TextKey.Of(text);

    /// <summary>Where the value of a field stands in the body of what has it.</summary>
    public static string Path(string name) => $"fields.{name}";

    /// <summary>How many things have something: <c>1 claim has</c>, <c>2 articles have</c>.</summary>
    public static string Counted(FieldSubject on, long count) =>
        count == 1 ? $"1 {on.ToWord()} has" : string.Create(CultureInfo.InvariantCulture, $"{count} {on.ToWord()}s have");

    private static bool Has(FieldResponse field, string word) => field.Choices!.Contains(word, StringComparer.Ordinal);

    private static bool AreDistinct(IReadOnlyList<string> words) => words.Distinct(StringComparer.Ordinal).Count() == words.Count;

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Minus zero becomes zero, as for ratings.
    private static string Text(double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture);

    private static string Text(bool yes) => yes ? "true" : "false";

    private static string Expected(FieldResponse field) => field.Type switch
    {
        FieldType.Text => $"must be text of at most {Limits.Text:N0} characters, and not blank",
        FieldType.Url => $"must be an address that begins with http:// or https://, of at most {Limits.Url:N0} characters",
        FieldType.Date => "must be a date such as 2026-01-31",
        FieldType.Choice => $"must be one of {string.Join(", ", field.Choices!)}",
        FieldType.Choices => $"must be a list of some of {string.Join(", ", field.Choices!)}, each once",
        FieldType.Number => "must be a number",
        _ => "must be true or false",
    };
}
