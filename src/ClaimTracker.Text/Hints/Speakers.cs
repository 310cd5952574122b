using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>Finds the name of a speaker or a hearer beside a verb.</summary>
internal static class Speakers
{
    /// <summary>Of a name with its titles.</summary>
    public const int MostTokens = 12;

    private const int FewTokens = 3;
    private const int MostApposition = 14;
    private const int LongestShortened = 4;

    private static readonly WordSet Pronouns = new("he she they");

    /// <summary>Nouns of people and bodies that speak.</summary>
    private static readonly WordSet Heads = new(
        """
        officials official police ministry minister spokesman spokeswoman spokesperson president report study survey poll researchers
        researcher scientists scientist government agency company authorities prosecutors prosecutor court committee mayor council union
        doctors experts expert witnesses witness department bank office newspaper source sources campaign lawyer lawyers chief leader
        leaders governor senator secretary director chairman chairwoman analysts analyst economists economist auditors inspectors regulators
        residents parliament army military commission group statement paper commander ambassador professor author authors letter
        memo document filing lawsuit complaint indictment critics chancellor airline
        """);

    private static readonly WordSet Titles = new(
        """
        president minister prime secretary senator governor mayor chief leader commander director chairman spokesman spokeswoman ambassador
        professor general judge sheriff foreign finance interior defense deputy former the a an their his its supreme
        """);

    private static readonly WordSet Stops = new(
        """
        that but because while as after before when which who whom where if though although so or then indeed however yet since until is are
        was were be been has had have do does did will would could should may might can must not what how why than said says told it there
        reported claimed announced stated and with
        """);

    private static readonly WordSet Opening = new("in on at during for by from to under with of earlier later yesterday today meanwhile");

    private static readonly WordSet Determiners = new("the a an his her their its our my");

    private static readonly WordSet Joining = new("of for in from at with");

    /// <summary>The last token before the marks that end the sentence.</summary>
    public static int End(HintSentence s)
    {
        var end = s.Count - 1;
        while (end > 0 && s.IsMarkAt(end, ".!?\"”'’)…"))
        {
            end--;
        }

        return end;
    }

    /// <summary>The speaker whose last token is the one given; null if these are no words of a speaker.</summary>
    public static (int First, int Last)? Before(HintSentence s, int last)
    {
        if (s.IsMarkAt(last, ","))
        {
            // "Ann Kahn, the mayor of Leeds, said"
            var comma = last - 1;
            while (comma > 0 && last - comma <= MostApposition && !s.IsMarkAt(comma, ",.;:\"”"))
            {
                comma--;
            }

            return s.IsMarkAt(comma, ",") && Before(s, comma - 1) is { } named ? named : null;
        }

        if (!s.IsWordAt(last))
        {
            return null;
        }

        if (s.In(last, Pronouns))
        {
            return (last, last);
        }

        var first = last;
        while (first > 0 && last - first < MostTokens && IsPart(s, first - 1))
        {
            first--;
        }

        first = Trimmed(s, first, last);
        return first <= last && last - first < MostTokens && IsSpeaker(s, first, last) ? (first, last) : null;
    }

    /// <summary>A name, with its titles, that begins at a token.</summary>
    public static (int First, int Last)? From(HintSentence s, int first)
    {
        var last = first;
        var named = -1;
        while (last - first < MostTokens && (s.IsWordAt(last) || (s.IsMarkAt(last, ".") && IsShortened(s, last))))
        {
            if (!s.IsMarkAt(last, ".") && !s.IsCapitalAt(last) && !s.In(last, Titles) && !s.In(last, Heads) && !s.Is(last, "of"))
            {
                break;
            }

            named = (s.IsCapitalAt(last) && !s.At(last).EndsWith("day")) || s.In(last, Heads) ? last : named;
            last++;
        }

        return named >= first ? (first, named) : null;
    }

    private static bool IsPart(HintSentence s, int i) =>
        (s.IsWordAt(i) && !(s.In(i, Stops) && !(s.Is(i, "and") && s.IsCapitalAt(i - 1) && s.IsCapitalAt(i + 1))))
        || (s.IsMarkAt(i, ".") && IsShortened(s, i))
        || (s.IsNumberAt(i) && s.In(i - 1, Determiners));

    /// <summary>"Gen.", "Dr.", "U.S."</summary>
    private static bool IsShortened(HintSentence s, int mark) =>
        s.IsCapitalAt(mark - 1) && s.IsCapitalAt(mark + 1) && s.At(mark - 1).Length <= LongestShortened;

    /// <summary>Without "On Wednesday" before the name.</summary>
    private static int Trimmed(HintSentence s, int first, int last)
    {
        while (first <= last && (s.In(first, Opening) || (s.IsCapitalAt(first) && s.At(first).EndsWith("day") && first < last)))
        {
            if (s.In(first, Joining) || s.Is(first, "to") || s.Is(first, "by"))
            {
                return last + 1;
            }

            first++;
        }

        return first;
    }

    private static bool IsSpeaker(HintSentence s, int first, int last)
    {
        // "the airline": whoever it is.
        if (s.In(last, Heads) || (last > first && last - first <= FewTokens && s.In(first, Determiners)))
        {
            return true;
        }

        if (s.IsCapitalAt(last) && (last > 0 || !s.In(last, Stops)))
        {
            return !s.At(last).EndsWith("day");
        }

        // "a spokesman for the ministry of works": a head, and what it belongs to.
        for (var i = first; i < last; i++)
        {
            if (s.In(i, Heads) && s.In(i + 1, Joining))
            {
                return true;
            }
        }

        return false;
    }
}
