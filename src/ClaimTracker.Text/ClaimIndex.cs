using System.Buffers;
using ClaimTracker.Text.Matching;

namespace ClaimTracker.Text;

/// <summary>
/// Claims in memory, to find those that say what another text says: by words, by spelling and, where vectors are there, by meaning. Many
/// may search while nobody changes it; a change waits for them, and they for it.
/// </summary>
public sealed class ClaimIndex : IDisposable
{
    /// <summary>Claims that are compared closely, of the best by words and of the best by meaning.</summary>
    private const int Candidates = 300;

    private readonly ReaderWriterLockSlim _lock = new();
    private readonly ClaimPlaces _claims = new();
    private readonly WordTable _words = new();
    private readonly LetterTable _letters = new();
    private readonly MeaningTable _texts = new();
    private readonly MeaningTable _titles = new();

    /// <summary>Gets the number of claims.</summary>
    public int Count => Reading(() => _claims.Count);

    /// <summary>Gets whether more than half of it is what claims were before: one that is made anew takes half the memory.</summary>
    public bool IsWorn => Reading(() => _claims.Places > 1_000 && _claims.Count < _claims.Places / 2);

    /// <summary>Adds a claim, or puts it in the place of what it was. Its meanings are not known then.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="text">Its words.</param>
    /// <param name="title">Its title, or that of its review.</param>
    /// <param name="isPublic">Whether everybody may see it.</param>
    public void Put(long id, string text, string? title, bool isPublic)
    {
        var whole = $"{text}\n{title}";
        var words = WordForms.Of(whole);
        var letters = LetterTable.LettersOf(whole);
        Writing(() =>
        {
            Forget(id);
            _claims.Add(new IndexedClaim(id, letters) { IsPublic = isPublic });
            _words.Add(words);
            _letters.Add(letters);
        });
    }

    /// <summary>Says what a claim means. One that is not there is left out.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="text">The meaning of its text.</param>
    /// <param name="title">The meaning of its title.</param>
    public void PutMeaning(long id, MeaningVector? text, MeaningVector? title) => Writing(() =>
    {
        if (_claims.PlaceOf(id) is { } place)
        {
            _texts.Put(place, text);
            _titles.Put(place, title);
        }
    });

    /// <summary>Says whether everybody may see a claim. One that is not there is left out.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="isPublic">Whether everybody may.</param>
    public void PutPublic(long id, bool isPublic) => Writing(() =>
    {
        if (_claims.PlaceOf(id) is { } place)
        {
            _claims[place]!.IsPublic = isPublic;
        }
    });

    /// <summary>Takes a claim out.</summary>
    /// <param name="id">The claim.</param>
    public void Remove(long id) => Writing(() => Forget(id));

    /// <summary>Finds the claims that most likely say the same.</summary>
    /// <param name="query">What is looked for.</param>
    /// <returns>Best first; of equal ones the older first.</returns>
    public IReadOnlyList<ClaimMatch> Find(MatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = PostedText.WordsOf(query.Title is null ? query.Text : $"{query.Text}\n{query.Title}");
        var words = WordForms.Of(text);
        return Reading(() => Find(query, words, LetterTable.LettersOf(text)));
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private List<ClaimMatch> Find(MatchQuery query, IReadOnlyList<string> words, byte[] letters)
    {
        var scores = ArrayPool<float>.Shared.Rent(Math.Max(1, _claims.Places));
        try
        {
            Array.Clear(scores, 0, _claims.Places);
            var all = Math.Max(1e-6f, _words.Score(words, scores));
            using var spelling = _letters.With(letters);
            var most = Math.Max(1e-6f, spelling.Most);
            var found = Near(query, scores).Select(place =>
            {
                var ofWords = scores[place] / all;
                var ofLetters = spelling.Score(_claims[place]!.Letters) / most;
                var meaning = Likeness(query, place);
                return new ClaimMatch(
                    _claims[place]!.Id, MatchScore.Of(ofWords, ofLetters, meaning), ofWords, ofLetters, meaning);
            });
            return [.. found.OrderByDescending(static match => match.Score).ThenBy(static match => match.Id).Take(query.Limit)];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private HashSet<int> Near(MatchQuery query, float[] scores)
    {
        var byWords = new BestPlaces(Candidates);
        for (var place = 0; place < _claims.Places; place++)
        {
            if (scores[place] > 0 && byWords.Wants(scores[place]) && Passes(place))
            {
                byWords.Offer(place, scores[place]);
            }
        }

        var near = byWords.Places.ToHashSet();
        foreach (var meaning in query.Meanings)
        {
            near.UnionWith(_texts.Nearest(meaning, _claims.Places, Candidates, Passes));
            near.UnionWith(_titles.Nearest(meaning, _claims.Places, Candidates, Passes));
        }

        return near;

        bool Passes(int place) =>
            _claims[place] is { } claim && (claim.IsPublic || !query.OnlyPublic) && !query.Except.Contains(claim.Id);
    }

    private double? Likeness(MatchQuery query, int place)
    {
        double? most = null;
        foreach (var asked in query.Meanings)
        {
            foreach (var kept in (MeaningVector?[])[_texts[place], _titles[place]])
            {
                most = kept is null ? most : Math.Max(most ?? -1, asked.Likeness(kept));
            }
        }

        return most;
    }

    private void Forget(long id)
    {
        if (_claims.Remove(id) is { } place)
        {
            _texts.Put(place, null);
            _titles.Put(place, null);
        }
    }

    private T Reading<T>(Func<T> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private void Writing(Action write)
    {
        _lock.EnterWriteLock();
        try
        {
            write();
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
