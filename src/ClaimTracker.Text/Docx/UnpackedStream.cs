namespace ClaimTracker.Text.Docx;

/// <summary>The unpacked bytes that all parts of a document have left together.</summary>
internal sealed class UnpackedBytes
{
    private long _left = DocxLimits.MostBytes;

    /// <exception cref="ArticleReadException">They are more than any document has.</exception>
    public void Take(int count)
    {
        _left -= count;
        if (_left < 0)
        {
            throw new ArticleReadException($"The document unpacks to more than {DocxLimits.MostBytes:N0} bytes.");
        }
    }
}

/// <summary>A part of a document as it is unpacked. It ends the reading when there is more of it than of any document.</summary>
internal sealed class UnpackedStream(Stream inner, UnpackedBytes bytes) : Stream
{
    private int _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        bytes.Take(count);
        var read = buffer[..count];
        _sinceTag = read.LastIndexOf((byte)'<') is >= 0 and var tag ? count - tag : _sinceTag + count;
        return _sinceTag <= DocxLimits.LongestRun
            ? count
            : throw new ArticleReadException($"The document has a run of more than {DocxLimits.LongestRun:N0} bytes without a tag.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
