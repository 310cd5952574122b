using System.Text;

namespace ClaimTracker.Api.Tests.Web.Json;

public sealed class JsonItemsTests
{
    private const int MaxBytes = 1_000_000;

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "items" };

    [Theory]
    [InlineData("""[{"n":1},{"n":2}]""")]
    [InlineData("""{"n":1}{"n":2}""")]
    [InlineData("{\"n\":1}\n\n{\"n\":2}\r\n")]
    [InlineData("""{"about":{"n":7},"items":[{"n":1},{"n":2}],"more":[{"n":9}]}""")]
    [InlineData("""[{"n":1,},{"n":2} /* the last */,]""")]
    [InlineData("\uFEFF[{\"n\":1},{\"n\":2}]")]
    [InlineData("""{"items":[{"n":1}]}{"items":[{"n":2}]}""")]
    public async Task Objects_are_found_wherever_the_list_stands(string json) => Assert.Equal([1, 2], await NumbersAsync(json));

    [Fact]
    public async Task A_long_list_in_an_object_is_read_item_by_item()
    {
        var items = Enumerable.Range(1, 20_000).Select(static n => $$"""{"n":{{n}}, "text":"{{new string('x', 100)}}"}""");

        var read = await NumbersAsync($$"""{"about":[{"n":0}],"items":[{{string.Join(",\n", items)}}],"end":{"n":3} }""", step: 1_000);

        Assert.Equal(Enumerable.Range(1, 20_000), read);
    }

    [Fact]
    public async Task Line_breaks_within_texts_are_blanks() =>
        Assert.Equal("a b", (await ReadAsync("{\"t\":\"a\nb\"}", int.MaxValue))[0].Value.GetProperty("t").GetString());

    [Fact]
    public async Task What_comes_before_a_break_is_read_and_the_break_is_told_with_its_place()
    {
        var items = await ReadAsync("""[{"n":1},{"n":2},{"n":nothing}]""", int.MaxValue);

        Assert.Equal((3, 3L), (items.Count, items[2].Number));
        Assert.StartsWith("The file is no JSON from here on", items[2].Fault, StringComparison.Ordinal);
        Assert.All(items.Take(2), static item => Assert.Null(item.Fault));
    }

    [Fact]
    public async Task An_object_that_is_too_long_is_refused()
    {
        var items = await ReadAsync($$"""[{"n":1},{"t":"{{new string('x', 3 * MaxBytes)}}"}]""", int.MaxValue);

        Assert.Equal("It is longer than 1,000,000 bytes.", items[1].Fault);
        Assert.Equal(
            "A value is longer than 1,000,000 bytes.",
            Assert.Single(await ReadAsync($$"""{"about":"{{new string('x', 5 * MaxBytes)}}","items":[]}""", int.MaxValue)).Fault);
    }

    private static async Task<IReadOnlyList<int>> NumbersAsync(string json, int step = int.MaxValue) =>
        [.. (await ReadAsync(json, step)).Select(static item => item.Value.GetProperty("n").GetInt32())];

    private static async Task<List<JsonItem>> ReadAsync(string json, int step)
    {
        await using var file = new SlowStream(Encoding.UTF8.GetBytes(json), step);
        return await JsonItems.ReadAsync(file, Lists, MaxBytes, CancellationToken.None).ToListAsync();
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > step ? buffer[..step] : buffer, cancellationToken);
    }
}
