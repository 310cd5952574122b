using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace ClaimTracker.Api.Web.Json;

/// <summary>Words of enums: snake_case, the same on the wire and in the database. Each has one spelling.</summary>
internal static class EnumWords
{
    private static readonly ConcurrentDictionary<Type, Sent> Cached = new();

    public static string ToWord<T>(this T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    public static T Parse<T>(string word)
        where T : struct, Enum => Words<T>.ByWord[word];

    /// <summary>Reads a word that a client may send.</summary>
    public static bool TryParse(Type type, string word, out object? value) => Of(type).ByWord.TryGetValue(word, out value);

    /// <summary>The words of an enum that a client may send or get, in the order of its declaration.</summary>
    public static IReadOnlyList<string> All(Type type) => Of(type).All;

    /// <summary>What would be right where another word was sent, as the end of a sentence.</summary>
    public static string Expected(Type type) => Of(type).Expected;

    private static Sent Of(Type enumType) => Cached.GetOrAdd(enumType, static type => new Sent(type));

    private static string Word(object value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!);

    private sealed class Sent
    {
        public Sent(Type type)
        {
            object[] values = [.. Enum.GetValues(type).Cast<object>().Where(value => !IsInternal(type, value))];
            ByWord = values.ToDictionary(Word, static value => value, StringComparer.Ordinal);
            All = [.. values.Select(Word)];
            Expected = $"must be one of {string.Join(", ", All)}";
        }

        public Dictionary<string, object> ByWord { get; }

        public IReadOnlyList<string> All { get; }

        public string Expected { get; }

        private static bool IsInternal(Type type, object value) =>
            type.GetMember(value.ToString()!)[0].IsDefined(typeof(NotOnTheWireAttribute));
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(static v => v, static v => Word(v));
        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(
            static p => p.Value, static p => p.Key, StringComparer.Ordinal);
    }
}

/// <summary>Marks a value of an enum whose word no client sends or gets.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class NotOnTheWireAttribute : Attribute;
