using System.Text.RegularExpressions;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Matching;

/// <summary>
/// Finds differences that turn a claim into another, although most of their words are the same: a negation, a number, a date, a name, a
/// direction. Where only one text says something, it may say more than the other, and that is no difference; but for a negation.
/// </summary>
internal static partial class Differences
{
    private const int Timeout = 1000;
    private const int MostWords = 40;
    private const int FewWords = 5;
    private const double MostShared = 0.6;

    private static readonly WordSet Negations = new(
        """
        not no never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't
        haven't hadn't wouldn't couldn't shouldn't denies denied deny denying refused refuses false falsely untrue hoax debunked fake
        nicht kein keine keinen nie ne pas jamais aucun nunca jamás ninguno não nem niet geen nooit non mai не ни нет
        """);

    /// <summary>Words of one side, and those of the other.</summary>
    private static readonly (WordSet Up, WordSet Down)[] Directions =
    [
        (new("rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed soar "
            + "soars soared jump jumps jumped surge surged up higher gain gains gained raise raises raised"),
         new("fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined drop drops dropped shrink "
            + "shrank shrunk plunge plunged sink sank down lower lowers lowered cut cuts reduce reduces reduced slump slumped")),
        (new("more most largest highest biggest above over majority"), new("less fewer least smallest lowest below under minority")),
        (new("win wins won winning victory"), new("lose loses lost losing defeat defeated")),
        (new("legal legalize legalized legalise legalised allow allows allowed permit permits permitted approve approves approved"),
         new("illegal ban bans banned banning prohibit prohibits prohibited forbid forbids forbade outlaw outlawed "
            + "reject rejects rejected")),
        (new("support supports supported favor favors favour favours backed backs"), new("oppose opposes opposed against")),
        (new("before earlier"), new("after later")),
        (new("buy buys bought"), new("sell sells sold")),
        (new("open opens opened opening"), new("close closes closed closing shut")),
        (new("first oldest earliest"), new("last newest latest youngest")),
        (new("alive survived survives"), new("dead died dies killed")),
        (new("best better improve improves improved"), new("worst worse worsen worsens worsened")),
        (new("start starts started begin begins began"), new("stop stops stopped end ends ended")),
    ];

    private static readonly WordSet Months = new(
        """
        january february march april june july august september october november december monday tuesday wednesday thursday friday saturday
        sunday
        """);

    /// <summary>Begin sentences and headlines with a capital, and are no names.</summary>
    private static readonly WordSet NoNames = new(
        """
        next last oct nov dec jan feb mar apr jun jul aug sept the a an this that these those it he she they we you i in on at of for
        from by with is are was were did does do has have had will can could should would if when where who what which why how and or
        but not no yes new his her their our your my as to after before during photograph video image photo picture photographs images
        says say said claim claims fact check breaking news president senator one two three four five six seven eight nine ten eleven
        twelve twenty thirty forty fifty sixty seventy eighty ninety hundred governor minister secretary mr mrs ms dr rep sen gov former
        u s us american americans there here some many most all more people
        """);

    public static IReadOnlyList<TextDifference> Between(string here, string there)
    {
        var found = new List<TextDifference>();
        var words = Forms(there);
        var nearest = Sentence().Split(here).MaxBy(sentence => Forms(sentence).Count(words.Contains)) ?? here;
        AddNegation(found, nearest, there);
        AddNumbers(found, here, there);
        AddNamed(found, DifferenceKind.Date, Words(here, Months), Words(there, Months));
        AddNames(found, here, there);
        AddDirections(found, nearest, there);
        return found;
    }

    private static void AddNegation(List<TextDifference> found, string here, string there)
    {
        var (one, other) = (Words(here, Negations), Words(there, Negations));
        if (one.Count == 0 != (other.Count == 0))
        {
            found.Add(new TextDifference(DifferenceKind.Negation, one.FirstOrDefault(), other.FirstOrDefault()));
        }
    }

    private static void AddNumbers(List<TextDifference> found, string here, string there)
    {
        var (one, other) = (SpokenNumbers.Of(here), SpokenNumbers.Of(there));
        AddFirst(DifferenceKind.Date, one.Where(static n => n.IsYear), other.Where(static n => n.IsYear));
        foreach (var unit in one.Where(static n => !n.IsYear).Select(static n => n.Unit).Distinct(StringComparer.Ordinal))
        {
            AddFirst(DifferenceKind.Number, one.Where(Counts), other.Where(Counts));

            bool Counts(SpokenNumber number) => !number.IsYear && number.Unit == unit;
        }

        // The same number of something else: 5 million and 5 %.
        void AddFirst(DifferenceKind kind, IEnumerable<SpokenNumber> ours, IEnumerable<SpokenNumber> theirs)
        {
            var (left, right) = (ours.ToList(), theirs.ToList());
            if (left.Count > 0 && right.Count > 0 && !left.Exists(n => right.Exists(m => SpokenNumbers.AreSame(n, m))))
            {
                found.Add(new TextDifference(kind, left[0].Words, right[0].Words));
            }
        }
    }

    private static void AddNamed(List<TextDifference> found, DifferenceKind kind, List<string> here, List<string> there)
    {
        if (here.Count > 0 && there.Count > 0 && !here.Exists(name => there.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            found.Add(new TextDifference(kind, here[0], there[0]));
        }
    }

    // Texts that share most of their words: then each name counts that only one of them has.
    private static void AddNames(List<TextDifference> found, string here, string there)
    {
        var (one, other) = (Forms(here), Forms(there));
        var (ours, theirs) = (Names(here), Names(there));
        if (one.Count(other.Contains) < MostShared * Math.Min(one.Count, other.Count))
        {
            AddNamed(found, DifferenceKind.Name, ours, theirs);
        }
        else if (ours.Find(name => !HasAny(other, name)) is { } name && theirs.Find(name => !HasAny(one, name)) is { } instead)
        {
            found.Add(new TextDifference(DifferenceKind.Name, name, instead));
        }

        static bool HasAny(HashSet<string> forms, string name) => WordForms.Of(name).Any(forms.Contains);
    }

    private static void AddDirections(List<TextDifference> found, string here, string there)
    {
        foreach (var (up, down) in Directions)
        {
            var (upHere, downHere) = (Words(here, up), Words(here, down));
            var (upThere, downThere) = (Words(there, up), Words(there, down));
            if (upHere.Count > 0 && downHere.Count == 0 && upThere.Count == 0 && downThere.Count > 0)
            {
                found.Add(new TextDifference(DifferenceKind.Direction, upHere[0], downThere[0]));
            }
            else if (downHere.Count > 0 && upHere.Count == 0 && downThere.Count == 0 && upThere.Count > 0)
            {
                found.Add(new TextDifference(DifferenceKind.Direction, downHere[0], upThere[0]));
            }
        }
    }

    private static List<string> Words(string text, WordSet words) =>
        [.. Word().Matches(text.Replace('’', '\'')).Select(static word => word.Value).Where(word => words.Contains(word))];

    private static HashSet<string> Forms(string text) => WordForms.Of(text).ToHashSet(StringComparer.Ordinal);

    // Of a headline every word begins with a capital: it tells no names.
    private static List<string> Names(string text)
    {
        var words = Word().Matches(text).Select(static word => word.Value).Take(MostWords).ToList();
        var names = words
            .Where(static word => char.IsUpper(word[0]) && word.Length > 1 && !NoNames.Contains(word) && !Months.Contains(word))
            .Select(static name => name.Length > 2 && name[^2] is '\'' or '’' ? name[..^2] : name)
            .ToList();
        return words.Count > FewWords && names.Count * 2 > words.Count ? [] : names;
    }

    [GeneratedRegex(@"\p{L}+(['’]\p{L}+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?…]['""”’)]?)\s+|\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Sentence();
}
