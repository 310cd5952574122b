using System.IO.Compression;

namespace ClaimTracker.Text.Printed;

/// <summary>Works out how large packed bytes are without keeping what they hold.</summary>
internal static class UnpackedSize
{
    private const int HeadOfZlib = 2;
    private const int ClearTable = 256;
    private const int EndOfData = 257;
    private const int TableSize = 4096;

    /// <summary>The size of zlib data, as far as it can be read, and no more than one past a limit.</summary>
    public static long OfFlate(ReadOnlyMemory<byte> packed, int most)
    {
        if (packed.Length <= HeadOfZlib)
        {
            return 0;
        }

        var (size, part) = (0L, new byte[64 * 1024]);
        using var unpacked = new DeflateStream(new MemoryStream(packed[HeadOfZlib..].ToArray()), CompressionMode.Decompress);
        try
        {
            for (var read = unpacked.Read(part); read > 0 && size <= most; read = unpacked.Read(part))
            {
                size += read;
            }
        }
        catch (InvalidDataException)
        {
            // Broken data ends here for the library too.
        }

        return size;
    }

    /// <summary>The size of LZW data: its codes stand for ever longer runs.</summary>
    public static long OfLzw(ReadOnlySpan<byte> packed, int most)
    {
        var lengths = new int[TableSize];
        var (size, next, width, last, bits, held) = (0L, EndOfData + 1, 9, 0, 0, 0);
        foreach (var value in packed)
        {
            (held, bits) = (((held << 8) | value) & 0xFFFFFF, bits + 8);
            if (bits < width)
            {
                continue;
            }

            bits -= width;
            var code = (held >> bits) & ((1 << width) - 1);
            if (code == EndOfData || size > most)
            {
                break;
            }

            if (code == ClearTable)
            {
                (next, width, last) = (EndOfData + 1, 9, 0);
                continue;
            }

            var length = code < ClearTable ? 1 : code < next ? lengths[code] : last + 1;
            if (last > 0 && next < TableSize)
            {
                lengths[next++] = last + 1;
            }

            (size, last) = (size + length, length);
            width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
        }

        return size;
    }
}
