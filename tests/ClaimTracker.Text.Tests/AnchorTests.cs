namespace ClaimTracker.Text.Tests;

/// <summary>An anchor names a place only if it is certain.</summary>
public sealed class AnchorTests
{
    private const string Text = "The toll rose to 9 in May. Nobody paid it. The toll fell to 7 in June. Nobody paid it.";

    [Theory]
    [InlineData("The toll fell to 7", null, null, AnchorState.Exact)]
    [InlineData("Nobody paid it.", "in June. ", null, AnchorState.Exact)]
    [InlineData("the  toll fell TO 7", null, null, AnchorState.Normalised)]
    [InlineData("The toll rose to 9 in May.", "He wrote that ", " So it was.", AnchorState.Moved)]
    [InlineData("Nobody paid it.", null, null, AnchorState.Ambiguous)]
    [InlineData("Nobody paid it.", "Then the bridge closed. ", " It never opened again.", AnchorState.Ambiguous)]
    [InlineData("The toll fell to 6 in June.", null, null, AnchorState.Ambiguous)]
    [InlineData("A ferry sails at noon on Sundays.", null, null, AnchorState.Lost)]
    public void The_state_says_how_certain_the_place_is(string exact, string? prefix, string? suffix, AnchorState state)
    {
        var anchor = QuoteFinder.Anchor(Text, exact, prefix, suffix);

        Assert.Equal(state, anchor.State);
        Assert.Equal(state is AnchorState.Ambiguous or AnchorState.Lost, anchor.Place is null);
        Assert.Equal(state == AnchorState.Ambiguous, anchor.Candidates.Count > 0);
    }

    [Fact]
    public void Of_two_equal_places_the_context_decides() =>
        Assert.Equal(
            Text.LastIndexOf("Nobody", StringComparison.Ordinal),
            QuoteFinder.Anchor(Text, "Nobody paid it.", "to 7 in June. ", null).Place!.Start);

    [Fact]
    public void Words_that_had_a_twin_are_certain_only_with_all_of_their_context()
    {
        const string Left = "The toll rose to 9 in May, the board said on Monday.";

        var place = QuoteFinder.Anchor($"Once more. {Left} Then it fell.", Left, "At last. ", " Then it", hadTwins: true);
        var same = QuoteFinder.Anchor($"At last. {Left} Then it fell.", Left, "At last. ", " Then it", hadTwins: true);

        Assert.Equal((AnchorState.Ambiguous, AnchorState.Exact), (place.State, same.State));
    }

    [Fact]
    public void Similar_words_are_candidates_only_if_they_are_asked_for() =>
        Assert.Equal(AnchorState.Lost, QuoteFinder.Anchor(Text, "The toll fell to 6 in June.", null, null, withSimilar: false).State);
}
