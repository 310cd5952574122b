using System.Text.Json;

namespace ClaimTracker.Api.Web.Json;

/// <summary>Words of enums: snake_case, the same on the wire and in the database.</summary>
internal static class EnumWords
{
    public static string ToWord<T>(this T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    public static T Parse<T>(string word)
        where T : struct, Enum => Words<T>.ByWord[word];

    public static bool TryParse(Type type, string word, out object? value)
    {
        value = Enum.GetValues(type).Cast<object>().FirstOrDefault(v => Word(v) == word);
        return value is not null;
    }

    /// <summary>All words of an enum, in the order of its declaration.</summary>
    public static IReadOnlyList<string> All(Type type) => [.. Enum.GetValues(type).Cast<object>().Select(Word)];

    private static string Word(object value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!);

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(static v => v, static v => Word(v));
        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(
            static p => p.Value, static p => p.Key, StringComparer.Ordinal);
    }
}
