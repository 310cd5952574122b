using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Body;

/// <summary>Recognises the boxes that ask for a subscription, a registration or a download, by their words.</summary>
internal static class PromotionBoxes
{
    private const int MostWords = 120;

    private static readonly WordSet Words = new(
        """
        newsletter newsletters inbox posteingang subscribe subscriber subscribers subscription subscriptions unsubscribe
        abonnement abonnements abonnieren abonnez suscríbete suscribirse suscripción
        abbonati assine inscreva-se nieuwsbrief nyhetsbrev zapisz bülten
        datenschutzerklärung e-paper epaper livestream affiliate werbevereinbarung puzzles crossword ad-free
        """);

    private static readonly string[] Phrases =
    [
        "sign up", "sign in", "log in", "privacy policy", "terms of use", "terms of service", "create an account", "video has failed",
        "download the app",
        "app herunterladen", "news-app", "whatsapp-kanal", "whatsapp channel", "google play", "app store", "jetzt anmelden",
        "política de privacidad",
        "politique de confidentialité", "メルマガ", "会員登録", "뉴스레터",
    ];

    /// <summary>Takes out elements of few words that ask for something.</summary>
    public static void TakeOut(PageFacts page, Weights weights, bool[] inBody, int headline)
    {
        var hits = new int[page.Passages.Count + 1];
        for (var i = 0; i < page.Passages.Count; i++)
        {
            hits[i + 1] = hits[i] + (inBody[i] && Asks(page.Passages[i].Span.In(page.Text)) ? 1 : 0);
        }

        foreach (var node in page.Nodes)
        {
            if (!node.IsEmpty && hits[node.End] > hits[node.First]
                && weights.Words(node.First, node.End) is > 0 and <= MostWords
                && (headline < node.First || headline >= node.End)
                && IsBox(page, node)
                && node.End - node.First <= 8 + (4 * (hits[node.End] - hits[node.First])))
            {
                Array.Fill(inBody, false, node.First, node.End - node.First);
            }
        }
    }

    /// <summary>A paragraph among others is no box: the element has more than one block, or stands apart by its name.</summary>
    private static bool IsBox(PageFacts page, PageNode node) =>
        node.End - node.First > 1 || node.Areas.IsAny(Areas.Promotion | Areas.Aside | Areas.Teasers)
        || !page.Passages[node.First].InParagraph;

    private static bool Asks(ReadOnlySpan<char> line)
    {
        foreach (var phrase in Phrases)
        {
            if (line.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        for (var i = 0; i < line.Length; i++)
        {
            var end = i;
            while (end < line.Length && (Marks.IsWord(line[end]) || line[end] == '-'))
            {
                end++;
            }

            if (end > i && Words.Contains(line[i..end]))
            {
                return true;
            }

            i = Math.Max(i, end);
        }

        return false;
    }
}
