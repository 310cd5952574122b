using System.Text.Json;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Tests.Web.Json.Once;

/// <summary>A word of a closed list is taken as it is written, and in no other spelling.</summary>
public sealed class EnumConverterTests
{
    public static TheoryData<Type> Enums =>
    [
        .. typeof(EnumWords).Assembly.GetTypes().Where(static type => type.IsEnum && !type.IsNested), typeof(BlockType), typeof(ChangeKind),
    ];

    [Theory]
    [MemberData(nameof(Enums))]
    public void Each_word_is_read_and_written_as_it_is(Type type)
    {
        Assert.NotEmpty(EnumWords.All(type));
        foreach (var word in EnumWords.All(type))
        {
            var json = JsonSerializer.Serialize(word);
            Assert.Equal(json, JsonSerializer.Serialize(Read(type, json), type, ApiJson.Options));
            Assert.Equal(json, JsonSerializer.Serialize(Read(typeof(Nullable<>).MakeGenericType(type), json), type, ApiJson.Options));
            Assert.Equal(
                $"{{{json}:1}}",
                JsonSerializer.Serialize(
                    Read(typeof(Dictionary<,>).MakeGenericType(type, typeof(int)), $"{{{json}:1}}"), ApiJson.Options));
        }
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void No_other_spelling_and_no_list_of_words_is_read(Type type)
    {
        var words = EnumWords.All(type);
        List<string> wrong = ["", " ", "0", "1", "-1", "00", "+1", "null", "\\ud800"];
        foreach (var word in words)
        {
            var clr = string.Concat(word.Split('_').Select(static part => char.ToUpperInvariant(part[0]) + part[1..]));
            string[] spellings =
            [
                word.ToUpperInvariant(), char.ToUpperInvariant(word[0]) + word[1..], clr, char.ToLowerInvariant(clr[0]) + clr[1..],
                word.Replace('_', '-'), word.Replace('_', ' '), $" {word}", $"{word} ", $"{word}\\n", $"{word}\\u00a0", $"{word},",
                $",{word}", $"{word}\\u200b", word + "s", word[..^1],
                string.Concat(word.Select(static c => c == '_' ? c : (char)(c + 0xFEE0))),
            ];
            wrong.AddRange(spellings.Where(spelling => !words.Contains(spelling, StringComparer.Ordinal)));
            wrong.AddRange(words.SelectMany(other => (string[])
            [$"{word},{other}", $"{word}, {other}", $"{word}|{other}", $"{word} {other}"]));
        }

        var target = typeof(Nullable<>).MakeGenericType(type);
        Assert.All(wrong, spelling => Refuses(type, target, $"\"{spelling}\""));
        Assert.All((string[])["0", "1", "-1", "1.0", "true", "[]", "{}"], json => Refuses(type, target, json));
        Assert.All(wrong, spelling => Assert.False(EnumWords.TryParse(type, spelling, out _), spelling));
    }

    [Fact]
    public void Every_closed_list_is_a_row() => Assert.InRange(Enums.Count, 15, 200);

    private static object? Read(Type type, string json) => JsonSerializer.Deserialize(json, type, ApiJson.Options);

    private static void Refuses(Type type, Type target, string json)
    {
        var refused = Assert.Throws<ExpectedException>(() => Read(target, json));
        Assert.Equal($"must be one of {string.Join(", ", EnumWords.All(type))}", refused.Message);
    }
}
