using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClaimTracker.Api.Web.Json;

/// <summary>An object of a JSON file.</summary>
/// <param name="Number">Its place, counted from 1.</param>
/// <param name="Value">The object; nothing where it cannot be read.</param>
/// <param name="Fault">Why it, and all after it, cannot be read; null where it can.</param>
internal sealed record JsonItem(long Number, JsonElement Value, string? Fault = null);

/// <summary>
/// Reads the objects of a JSON file one by one, however long the file is: of a list, of objects one after the other (JSON lines), or of
/// a list that stands in an object. It is as lenient as data from the web demands: commas at the end, comments, line breaks within
/// texts, a byte order mark.
/// </summary>
internal sealed class JsonItems(Stream file, IReadOnlySet<string> lists, int maxBytes)
{
    private const int FirstBuffer = 64 * 1024;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly JsonReaderOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowMultipleValues = true,
        MaxDepth = 64,
    };

    private readonly List<JsonElement> _found = [];
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private bool _isLast;
    private bool _isFirst = true;
    private long _number;
    private JsonReaderState _state = new(Lenient);
    private int? _list; // The depth of the list whose items are read.
    private bool _isWanted; // Whether the member of the outer object that begins is one of the lists.
    private string? _fault;

    /// <param name="file">The file, in UTF-8.</param>
    /// <param name="lists">The members of an outer object that may hold the list.</param>
    /// <param name="maxBytes">The most bytes of an item.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IAsyncEnumerable<JsonItem> ReadAsync(
        Stream file, IReadOnlySet<string> lists, int maxBytes, CancellationToken cancellation) =>
        new JsonItems(file, lists, maxBytes).ReadAsync(cancellation);

    private async IAsyncEnumerable<JsonItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (_fault is null && await FillAsync(cancellation))
        {
            Walk();
            foreach (var item in _found)
            {
                yield return new JsonItem(++_number, item);
            }

            _found.Clear();
        }

        if (_fault is not null)
        {
            yield return new JsonItem(_number + 1, default, _fault);
        }
    }

    // What is left of the buffer was looked at: it is the beginning of something longer.
    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        if (_isLast)
        {
            return false;
        }

        if (_end - _start > 2 * maxBytes)
        {
            _fault = $"A value is longer than {maxBytes:N0} bytes.";
            return false;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end > _buffer.Length / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await file.ReadAtLeastAsync(_buffer.AsMemory(_end), _buffer.Length - _end, throwOnEndOfStream: false, cancellation);
        _isLast = read < _buffer.Length - _end;
        var added = _buffer.AsSpan(_end, read);
        for (var i = 0; i < added.Length; i++)
        {
            added[i] = added[i] < ' ' ? (byte)' ' : added[i]; // Between values they are blanks, and within texts no JSON may have them.
        }

        _end += read;
        if (_isFirst && _buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
        {
            _start = ByteOrderMark.Length;
        }

        _isFirst = false;
        return true;
    }

    private void Walk()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        var (taken, state) = (0L, _state);
        try
        {
            while (reader.Read())
            {
                if (!Take(ref reader))
                {
                    break;
                }

                (taken, state) = (reader.BytesConsumed, reader.CurrentState);
            }
        }
        catch (JsonException broken)
        {
            _fault = $"The file is no JSON from here on: {broken.Message.Split(" LineNumber")[0]}";
        }
        catch (InvalidOperationException)
        {
            _fault = "The file is not in UTF-8 from here on.";
        }

        (_start, _state) = (_start + (int)taken, state);
    }

    /// <returns>Whether more can be read: false where an object goes on beyond the buffer.</returns>
    private bool Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when _list is null && (reader.CurrentDepth == 0 || (reader.CurrentDepth == 1 && _isWanted)):
                _list = reader.CurrentDepth;
                return true;
            case JsonTokenType.EndArray when _list == reader.CurrentDepth:
                _list = null;
                return true;
            case JsonTokenType.PropertyName when reader.CurrentDepth == 1 && _list is null:
                _isWanted = lists.Contains(reader.GetString()!);
                return true;
            case JsonTokenType.StartObject when reader.CurrentDepth == 0 || _list == reader.CurrentDepth - 1:
                return TakeObject(ref reader);
            default:
                return true;
        }
    }

    // An outer object that is too long for an item can only be one that holds a list; of a broken one the items before the break count.
    private bool TakeObject(ref Utf8JsonReader reader)
    {
        var isOuter = reader.CurrentDepth == 0;
        if (isOuter && IsBroken(reader))
        {
            return true;
        }

        var ahead = reader;
        if (!ahead.TrySkip())
        {
            var isTooLong = _end - _start - reader.TokenStartIndex > maxBytes;
            _fault = isTooLong && !isOuter ? $"It is longer than {maxBytes:N0} bytes." : null;
            return isTooLong;
        }

        using var json = JsonDocument.ParseValue(ref reader);
        var held = isOuter ? ListOf(json.RootElement) : null;
        if (held is { } list)
        {
            _found.AddRange(list.EnumerateArray().Select(static item => item.Clone()));
        }
        else
        {
            _found.Add(json.RootElement.Clone());
        }

        return true;
    }

    private static bool IsBroken(Utf8JsonReader reader)
    {
        try
        {
            reader.TrySkip();
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private JsonElement? ListOf(JsonElement outer)
    {
        foreach (var member in outer.EnumerateObject())
        {
            if (lists.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Array)
            {
                return member.Value;
            }
        }

        return null;
    }
}
