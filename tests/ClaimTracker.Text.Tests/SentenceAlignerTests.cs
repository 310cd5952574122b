using System.Diagnostics;
using CsCheck;

namespace ClaimTracker.Text.Tests;

/// <summary>Changes are written as "e 1>2": the first letter of the kind (e edited, k kept ...), the indexes before and after.</summary>
public sealed class SentenceAlignerTests
{
    private const string Rain = "The city got 40 millimetres of rain in one hour.";
    private const string Bridge = "Engineers closed the old bridge on Friday morning.";
    private const string Mayor = "Mayor Lund blamed a decade of neglect by the council.";
    private const string School = "Two schools sent their pupils home early.";

    private static readonly Gen<string> Sentences = Gen.OneOf(
        OneOf(Rain, Bridge, Mayor, School, "", " ", "!!!", "他走了。", "今日は雨が降る。", "a\uD800b", "Yes.", "Yes. Yes."),
        OneOf("the ", "rain ", "fell ", "5 ", "x", ". ", "雨").Array[1, 8].Select(string.Concat));

    [Fact]
    public void The_same_words_are_kept() => Changes([Rain, Bridge], [Rain, Bridge], "k 0>0", "k 1>1");

    [Fact]
    public void White_space_and_composition_do_not_make_another_sentence() =>
        Changes(["The cafe\u0301  closed\n early."], [" The caf\u00E9 closed early."], "k 0>0");

    [Fact]
    public void A_changed_figure_is_an_edit() =>
        Changes([Bridge, Rain, Mayor], [Bridge, Rain.Replace("40", "60", StringComparison.Ordinal), Mayor], "k 0>0", "e 1>1", "k 2>2");

    [Fact]
    public void A_change_of_case_or_full_stop_is_an_edit() => Changes([Bridge, "He said no."], [Bridge, "He said NO!"], "k 0>0", "e 1>1");

    [Fact]
    public void A_sentence_cut_in_two_is_split() => Changes(
        [Rain, "Engineers closed the old bridge on Friday and the mayor blamed a decade of neglect.", School],
        [Rain, "Engineers closed the old bridge on Friday.", "The mayor blamed a decade of neglect.", School],
        "k 0>0",
        "s 1>1,2",
        "k 2>3");

    [Fact]
    public void A_sentence_cut_in_three_is_split() => Changes(
        ["Engineers closed the bridge, two schools sent pupils home, and Mayor Lund blamed the council."],
        ["Engineers closed the bridge.", "Two schools sent pupils home.", "Mayor Lund blamed the council."],
        "s 0>0,1,2");

    [Fact]
    public void Two_neighbours_that_became_one_are_merged() => Changes(
        [Rain, "Engineers closed the old bridge on Friday.", "The mayor blamed a decade of neglect.", School],
        [Rain, "Engineers closed the old bridge on Friday and the mayor blamed a decade of neglect.", School],
        "k 0>0",
        "m 1,2>1",
        "k 3>2");

    [Fact]
    public void A_new_sentence_beside_an_edited_one_is_not_part_of_it() => Changes(
        [Rain, Mayor],
        [Rain.Replace("40", "60", StringComparison.Ordinal), "It was one of the worst storms in years.", Mayor],
        "e 0>0",
        "i >1",
        "k 1>2");

    [Theory]
    [InlineData(0, "i >0", "k 0>1", "k 1>2")]
    [InlineData(1, "k 0>0", "i >1", "k 1>2")]
    [InlineData(2, "k 0>0", "k 1>1", "i >2")]
    public void A_new_sentence_is_inserted_in_its_place(int at, params string[] expected)
    {
        List<string> after = [Rain, Bridge];
        after.Insert(at, Mayor);
        Changes([Rain, Bridge], after, expected);
    }

    [Theory]
    [InlineData(0, "d 0>", "k 1>0", "k 2>1")]
    [InlineData(1, "k 0>0", "d 1>", "k 2>1")]
    [InlineData(2, "k 0>0", "k 1>1", "d 2>")]
    public void A_removed_sentence_is_deleted_in_its_old_place(int at, params string[] expected)
    {
        List<string> after = [Rain, Bridge, Mayor];
        after.RemoveAt(at);
        Changes([Rain, Bridge, Mayor], after, expected);
    }

    [Fact]
    public void A_sentence_that_moved_is_kept() =>
        Changes([Rain, Bridge, Mayor, School], [School, Rain, Bridge, Mayor], "k 3>0", "k 0>1", "k 1>2", "k 2>3");

    [Fact]
    public void A_sentence_that_moved_and_changed_a_little_is_edited() => Changes(
        [Rain, Bridge, Mayor, School],
        [Bridge, Mayor, School, Rain.Replace("40", "60", StringComparison.Ordinal)],
        "k 1>0",
        "k 2>1",
        "k 3>2",
        "e 0>3");

    [Fact]
    public void Half_of_the_words_in_another_place_make_another_sentence() => Changes(
        ["The city got 40 new buses.", Bridge],
        [Bridge, "The city got very little snow."],
        "d 0>",
        "k 1>0",
        "i >1");

    [Fact]
    public void Repeated_sentences_pair_in_order() =>
        Changes([Rain, Mayor, Rain, School], [Rain, Bridge, Rain, School], "k 0>0", "d 1>", "i >1", "k 2>2", "k 3>3");

    [Fact]
    public void Of_two_equal_sentences_the_one_in_its_place_is_kept() =>
        Changes([Rain, Bridge, Rain], [Bridge, Rain], "d 0>", "k 1>0", "k 2>1");

    [Fact]
    public void A_second_copy_is_inserted() => Changes([Rain, Bridge], [Rain, Bridge, Rain], "k 0>0", "k 1>1", "i >2");

    [Fact]
    public void With_nothing_before_all_sentences_are_inserted() => Changes([], [Rain, Bridge], "i >0", "i >1");

    [Fact]
    public void With_nothing_after_all_sentences_are_deleted() => Changes([Rain, Bridge], [], "d 0>", "d 1>");

    [Fact]
    public void Two_empty_versions_make_no_change() => Changes([], []);

    [Fact]
    public void Entirely_different_sentences_are_not_edits() => Changes([Rain, Bridge], [Mayor, School], "d 0>", "d 1>", "i >0", "i >1");

    [Fact]
    public void Sentences_without_spaces_are_compared_by_character() => Changes(
        ["市长说这座桥已经关闭。", "今年雨水比去年多了百分之五。"],
        ["今年雨水比去年多了百分之七。", "学校今天停课。"],
        "d 0>",
        "e 1>0",
        "i >1");

    [Fact]
    public void Every_sentence_is_in_exactly_one_change_of_the_right_shape() => Gen.Select(
        Sentences.Array[0, 14],
        Sentences.Array[0, 14]).Sample(
        (before, after) =>
        {
            var changes = SentenceAligner.Align(before, after);
            Assert.Equal(Enumerable.Range(0, before.Length), changes.SelectMany(c => c.Before).Order());
            Assert.Equal(Enumerable.Range(0, after.Length), changes.SelectMany(c => c.After).Order());
            Assert.All(changes, change => Assert.True(
                change.Kind switch
                {
                    ChangeKind.Kept => (change.Before.Count, change.After.Count) == (1, 1)
                        && SameWords(before[change.Before[0]], after[change.After[0]]),
                    ChangeKind.Edited => (change.Before.Count, change.After.Count) == (1, 1)
                        && !SameWords(before[change.Before[0]], after[change.After[0]]),
                    ChangeKind.Split => change.Before.Count == 1 && change.After.Count > 1 && AreNeighbours(change.After),
                    ChangeKind.Merged => change.Before.Count > 1 && change.After.Count == 1 && AreNeighbours(change.Before),
                    ChangeKind.Inserted => (change.Before.Count, change.After.Count) == (0, 1),
                    _ => (change.Before.Count, change.After.Count) == (1, 0),
                },
                change.ToString()));
            Assert.Equal(
                before.GroupBy(Plain).Sum(g => Math.Min(g.Count(), after.Count(a => Plain(a) == g.Key))),
                changes.Count(c => c.Kind == ChangeKind.Kept));
        },
        seed: "0N0XIzNsQ0O2",
        iter: 5_000);

    [Theory]
    [InlineData("few changes")]
    [InlineData("every sentence edited")]
    [InlineData("another text")]
    [InlineData("the reverse order")]
    [InlineData("a handful of sentences over and over")]
    public void Twenty_thousand_sentences_take_less_than_quadratic_time(string what)
    {
        var before = Many(1);
        var after = what switch
        {
            "few changes" => before.Select((s, i) => i % 1_000 == 500 ? s + " today" : s).ToArray(),
            "every sentence edited" => [.. before.Select(s => s + " today")],
            "another text" => Many(2),
            "the reverse order" => [.. before.Reverse()],
            _ => [.. Enumerable.Range(0, 20_000).Select(i => $"Sentence {i * i % 7} again")],
        };
        before = what.StartsWith('a') && what.Contains("over", StringComparison.Ordinal)
            ? [.. after.Skip(9_999), .. after.Take(9_998)]
            : before;
        var start = Stopwatch.GetTimestamp();
        var changes = SentenceAligner.Align(before, after);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"took {Stopwatch.GetElapsedTime(start)}");
        Assert.Equal(
            what == "few changes" ? 20 : what == "every sentence edited" ? 20_000 : 0,
            changes.Count(c => c.Kind == ChangeKind.Edited));
    }

    private static Gen<string> OneOf(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    // Words of a made-up language of 5,000 words, a few of them frequent, as in a real one.
    private static string[] Many(int seed)
    {
        var state = (uint)seed;
        return [.. Enumerable.Range(0, 20_000).Select(_ => string.Join(' ', Enumerable.Range(0, 14).Select(_ => Word())))];

        string Word()
        {
            state = (state * 1_664_525) + 1_013_904_223;
            var share = (state >> 8) / (double)(1 << 24);
            return $"w{(int)(5_000 * share * share * share)}";
        }
    }

    private static bool AreNeighbours(IReadOnlyList<int> indexes) => indexes.Zip(indexes.Skip(1)).All(p => p.Second == p.First + 1);

    private static bool SameWords(string before, string after) => Plain(before) == Plain(after);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Changes(IReadOnlyList<string> before, IReadOnlyList<string> after, params string[] expected) => Assert.Equal(
        expected,
        SentenceAligner.Align(before, after).Select(
            c => $"{char.ToLowerInvariant(c.Kind.ToString()[0])} {string.Join(',', c.Before)}>{string.Join(',', c.After)}"));
}
