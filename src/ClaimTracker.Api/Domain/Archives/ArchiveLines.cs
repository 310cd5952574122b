using System.Runtime.CompilerServices;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>Reads the lines of a file, one at a time.</summary>
internal static class ArchiveLines
{
    private const int FirstBuffer = 256 * 1024;

    /// <summary>The longest line: an event can hold a text of 2,000,000 characters twice, each of several bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Each line with its line break, which only the last may lack. It is good until the next is asked for.</summary>
    /// <exception cref="ArchiveException">A line is too long.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (buffer, start, end, line) = (new byte[FirstBuffer], 0, 0, 0L);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line++;
                yield return buffer.AsMemory(start, length + 1);
                start += length + 1;
                continue;
            }

            if (end - start > MaxBytes)
            {
                throw new ArchiveException(line + 1, $"It has more than {MaxBytes:N0} bytes.");
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end > buffer.Length / 2)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await file.ReadAsync(buffer.AsMemory(end), cancellation);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (end > 0)
        {
            yield return buffer.AsMemory(0, end);
        }
    }
}
