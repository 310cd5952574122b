using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ClaimTracker.Benchmarks.Client;

/// <summary>
/// One HTTP/1.1 connection with blocking sockets: the client shares the cores with the server, so it does as little as it can. It knows
/// what Kestrel sends, an answer with a length or in chunks, and nothing else.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly ArrayBufferWriter<byte> _body = new();
    private int _at;
    private int _end;
    private bool _keeps;

    public RawConnection(int port) => _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>The body of the last answer, if it was kept.</summary>
    public ReadOnlySpan<byte> Body => _body.WrittenSpan;

    /// <summary>When the first byte of the last answer came, by <see cref="Stopwatch"/>.</summary>
    public long FirstByte { get; private set; }

    /// <summary>Sends a request, and reads the whole answer.</summary>
    /// <param name="request">Head and body.</param>
    /// <param name="keep">Whether <see cref="Body"/> is to hold the body.</param>
    public RawAnswer Send(ReadOnlySpan<byte> request, bool keep = false)
    {
        _keeps = keep;
        _body.ResetWrittenCount();
        for (var sent = 0; sent < request.Length;)
        {
            sent += _socket.Send(request[sent..]);
        }

        if (_at == _end)
        {
            Fill();
        }

        FirstByte = Stopwatch.GetTimestamp();
        var head = ReadHead(out var headBytes);
        var status = Number(head[9..]);
        var bytes = headBytes;
        if (head.IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0)
        {
            bytes += ReadChunks();
        }
        else if (head.IndexOf("\r\nContent-Length: "u8) is >= 0 and var length)
        {
            var count = Number(head[(length + "\r\nContent-Length: ".Length)..]);
            Skip(count);
            bytes += count;
        }

        return new RawAnswer(status, bytes);
    }

    public void Dispose() => _socket.Dispose();

    // The span is into the buffer: it must be read before anything else is.
    private ReadOnlySpan<byte> ReadHead(out int bytes)
    {
        int length;
        while ((length = _buffer.AsSpan(_at, _end - _at).IndexOf("\r\n\r\n"u8)) < 0)
        {
            Fill();
        }

        var head = _buffer.AsSpan(_at, length).ToArray();
        bytes = length + 4;
        _at += bytes;
        return head;
    }

    private int ReadChunks()
    {
        var bytes = 0;
        while (true)
        {
            var (size, line) = ReadSize();
            bytes += line + size + 2;
            Skip(size);
            _keeps = _keeps && size > 0;
            SkipLineEnd();
            if (size == 0)
            {
                return bytes;
            }
        }
    }

    private (int Size, int Bytes) ReadSize()
    {
        int length;
        while ((length = _buffer.AsSpan(_at, _end - _at).IndexOf("\r\n"u8)) < 0)
        {
            Fill();
        }

        if (!Utf8Parser.TryParse(_buffer.AsSpan(_at, length), out int size, out _, 'x'))
        {
            throw new InvalidDataException("A chunk has no size.");
        }

        _at += length + 2;
        return (size, length + 2);
    }

    private void SkipLineEnd()
    {
        while (_end - _at < 2)
        {
            Fill();
        }

        _at += 2;
    }

    private void Skip(int count)
    {
        while (count > 0)
        {
            if (_at == _end)
            {
                Fill();
            }

            var taken = Math.Min(count, _end - _at);
            if (_keeps)
            {
                _body.Write(_buffer.AsSpan(_at, taken));
            }

            _at += taken;
            count -= taken;
        }
    }

    private void Fill()
    {
        if (_at > 0)
        {
            _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
            (_at, _end) = (0, _end - _at);
        }

        if (_end == _buffer.Length)
        {
            throw new InvalidDataException("The head of an answer is too long.");
        }

        var count = _socket.Receive(_buffer.AsSpan(_end));
        _end += count > 0 ? count : throw new InvalidDataException("The server closed the connection.");
    }

    private static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out _) ? number : throw new InvalidDataException("The head of an answer is not HTTP.");
}

/// <summary>An answer.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Bytes">Its bytes on the wire, with the head.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawAnswer(int Status, int Bytes)
{
    public bool IsGood => Status is >= 200 and < 300;
}
