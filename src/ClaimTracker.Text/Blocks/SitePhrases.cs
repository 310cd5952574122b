using System.Collections.Frozen;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Blocks;

/// <summary>Phrases that sites put around articles, in the languages of the most-read news sites. Commas separate phrases.</summary>
internal static class SitePhrases
{
    /// <summary>Lines above, beside or inside articles.</summary>
    public static readonly FrozenSet<string> Anywhere = Lines("""
        open in app, open app, menu, home, search, sections, skip to content, skip to main content, skip to navigation, log in, login,
        sign in, sign up, register, subscribe, subscribe now, newsletter, newsletters, share, share this, share this article,
        share on facebook, share on twitter, share on x, share via email, tweet, email, print, save, copy link, facebook, twitter,
        whatsapp, linkedin, reddit, follow us, advertisement, advertising, sponsored, sponsored content,
        article continues below advertisement, story continues below advertisement, story continues below, continue reading,
        read more, read next, up next, more, show more, load more, see more, view all, see all, collapse all, comment, related,
        related topics, related content, recommended, recommended stories, more from, more news,
        most viewed, trending, trending now, latest news, top stories, editors' picks, in this article, tags, topics, back to top,
        about us, contact us, contact, advertise, privacy policy, privacy, terms of use, terms of service, terms and conditions,
        cookie policy, cookie settings, accept all cookies, all rights reserved, sitemap, help, careers, accessibility,
        zum inhalt springen, startseite, anmelden, abonnieren, anzeige, werbung, teilen, merken, drucken, mehr zum thema, impressum,
        datenschutz, datenschutzerklärung, agb, nach oben, aller au contenu, accueil, se connecter, s'abonner, s'inscrire, publicité,
        partager, imprimer, lire aussi, lire la suite, à lire aussi, mentions légales, politique de confidentialité, ir al contenido,
        inicio, iniciar sesión, suscríbete, suscribirse, publicidad, compartir, más noticias, aviso legal, política de privacidad,
        vai al contenuto, accedi, abbonati, pubblicità, condividi, leggi anche, note legali, entrar, assine, publicidade,
        compartilhar, partilhar, leia também, leia mais, política de privacidade, inloggen, abonneren, advertentie, delen, lees ook,
        lees meer, войти, подписаться, реклама, поделиться, читайте также, читать далее, политика конфиденциальности
        """);

    /// <summary>Lines below articles, never above or inside them: they mark the end of the article.</summary>
    public static readonly FrozenSet<string> BelowArticle = Lines("""
        expand all, comments, reader comments, responses, replies, reply, view all comments, see all comments, add a comment,
        leave a comment, leave a reply, post a comment, show comments, view comments, join the conversation, you may also like,
        you might also like, related articles, related stories, recommended for you, more stories, most popular, most read, kommentare,
        antworten, das könnte sie auch interessieren, meistgelesen, commentaires, répondre, sur le même sujet, les plus lus, comentarios,
        responder, te puede interesar, también te puede interesar, lo más leído, noticias relacionadas, commenti, rispondi,
        potrebbe interessarti anche, più letti, comentários, veja também, mais lidas, reacties, meest gelezen, комментарии, ответить,
        самое читаемое, 評論, 评论, コメント, 関連記事, 相关新闻, 相关阅读, 댓글
        """);

    /// <summary>Openings of lines that belong to the site, however they go on.</summary>
    public static readonly Phrases Openings = new(
    [
        "sign up for", "subscribe to", "sign in to", "log in to", "click here to", "follow us on", "download the app", "download our app",
        "get the latest", "get our", "read more:", "read more about", "read also:", "see also:", "related:", "watch:", "listen:", "more:",
        "share this ", "comments /", "by signing up", "all rights reserved", "copyright ©", "copyright 20", "copyright 19", "© ", "(c) 20",
        "we use cookies", "this site uses cookies", "this website uses cookies", "more from ", "tags:", "topics:", "filed under",
        "lesen sie auch", "mehr zum thema", "newsletter", "lire aussi", "à lire aussi", "lea también", "lee también", "leer también",
        "leggi anche", "leia também", "lees ook", "читайте также", "читать также",
    ]);

    private static FrozenSet<string> Lines(string list) =>
        list.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
