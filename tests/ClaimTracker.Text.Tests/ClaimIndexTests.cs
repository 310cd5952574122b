namespace ClaimTracker.Text.Tests;

public sealed class ClaimIndexTests
{
    private static readonly string[] Claims =
    [
        "Iran fired 180 missiles at Israel in October 2024.",
        "The toll on the bridge rises to 4 dollars in June.",
        "A video shows a shark swimming on a flooded highway in Houston.",
        "Nancy Pelosi had lunch in Venice with the Squad.",
        "コロナワクチンにはマイクロチップが入っている。",
    ];

    [Theory]
    [InlineData("Hundreds of missiles were fired at israel by IRAN", 1)]
    [InlineData("Believe it or not, a shark on the freeway in Houston. pic.twitter.com/x — Jason (@Jason) August 28, 2017", 3)]
    [InlineData("Here’s @NancyPelosi at #LunchInVenice", 4)]
    [InlineData("ワクチンにマイクロチップ", 5)]
    public void The_claim_that_shares_the_words_is_found(string text, long claim)
    {
        using var index = Filled();

        Assert.Equal(claim, index.Find(new MatchQuery(text, 3))[0].Id);
    }

    [Fact]
    public void A_score_says_how_much_is_shared()
    {
        using var index = Filled();

        var same = index.Find(new MatchQuery(Claims[1], 5))[0];
        var part = index.Find(new MatchQuery("The toll on another road", 5))[0];

        Assert.Equal((2, 2), (same.Id, part.Id));
        Assert.InRange(same.Score, 0.95, 1);
        Assert.InRange(part.Score, 0, 0.85);
        Assert.True(same.Words > part.Words && same.Letters > part.Letters);
        Assert.Null(same.Meaning);
    }

    [Fact]
    public void The_meaning_finds_what_shares_no_word()
    {
        using var index = Filled();
        index.PutMeaning(2, Vector(1, 0.1f), null);
        index.PutMeaning(3, Vector(0.1f, 1), null);
        index.PutMeaning(99, Vector(1, 1), null);

        var found = index.Find(new MatchQuery("Crossing gets dearer", 5) { Meanings = [Vector(1, 0)] });

        Assert.Equal(2, found[0].Id);
        Assert.InRange(found[0].Meaning!.Value, 0.98, 1);
    }

    [Fact]
    public void The_title_counts_and_the_better_of_two_meanings()
    {
        using var index = Filled();
        index.Put(6, "A photograph shows it.", "Did a Moose Ride a Tram in Oslo?", isPublic: true);
        index.PutMeaning(6, Vector(0, 1), Vector(1, 0));

        var found = index.Find(new MatchQuery("moose on the tram", 1) { Title = "Oslo", Meanings = [Vector(1, 0)] });

        Assert.Equal(6, found[0].Id);
        Assert.Equal(1, found[0].Meaning!.Value, 3);
    }

    [Fact]
    public void A_claim_that_was_edited_hidden_or_removed_is_found_accordingly()
    {
        using var index = Filled();

        index.Put(1, "A whale was seen in the Thames.", null, isPublic: false);
        Assert.Empty(Found("missiles Israel", false));
        Assert.Equal([1], Found("whale", false));
        Assert.Empty(Found("whale", true));
        index.PutPublic(1, isPublic: true);
        Assert.Equal([1], Found("whale", true));
        index.Remove(1);
        index.Remove(4711);
        Assert.Empty(Found("whale", false));
        Assert.Equal(4, index.Count);
        Assert.False(index.IsWorn);

        IEnumerable<long> Found(string text, bool isPublic) =>
            index.Find(new MatchQuery(text, 5) { OnlyPublic = isPublic }).Select(static match => match.Id);
    }

    [Fact]
    public void Claims_that_were_excepted_are_not_found_and_the_limit_holds()
    {
        using var index = Filled();

        var found = index.Find(new MatchQuery("a the in on of missiles toll shark lunch", 2) { Except = new HashSet<long> { 2 } });

        Assert.Equal(2, found.Count);
        Assert.DoesNotContain(found, static match => match.Id == 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀 🎉")]
    [InlineData("\uD800\0")]
    [InlineData("https://t.co/x")]
    public void A_text_without_words_finds_nothing_wrong(string text)
    {
        using var index = Filled();
        using var empty = new ClaimIndex();

        Assert.All(index.Find(new MatchQuery(text, 5)), static match => Assert.InRange(match.Score, 0, 0.5));
        Assert.Empty(empty.Find(new MatchQuery(text, 5)));
    }

    [Fact]
    public void Of_many_vectors_the_nearest_is_found_by_its_sketch()
    {
        using var index = new ClaimIndex();
        for (var id = 1; id <= 21_000; id++)
        {
            index.Put(id, $"n{id}", null, isPublic: id % 2 == 0);
            index.PutMeaning(id, Spread(id), null);
        }

        Assert.Equal(777, index.Find(new MatchQuery("unknown", 1) { Meanings = [Spread(777)] })[0].Id);
        Assert.Equal(0, index.Find(new MatchQuery("unknown", 1) { Meanings = [Spread(777)], OnlyPublic = true })[0].Id % 2);
    }

    private static ClaimIndex Filled()
    {
        var index = new ClaimIndex();
        for (var i = 0; i < Claims.Length; i++)
        {
            index.Put(i + 1, Claims[i], title: null, isPublic: true);
        }

        return index;
    }

    private static MeaningVector Vector(float first, float second) => MeaningVector.Of([first, second, 0, 0]);

    // A vector of its own for each number.
    private static MeaningVector Spread(int number)
    {
        var vector = new float[384];
        var state = (uint)number * 2_654_435_761;
        for (var i = 0; i < vector.Length; i++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            vector[i] = ((state >> 8) / (float)(1 << 24)) - 0.5f;
        }

        return MeaningVector.Of(vector);
    }
}
