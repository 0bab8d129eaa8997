using System.Buffers.Binary;

namespace Ita.Intake.Workbooks;

/// <summary>The file format of Office before 2007: streams in chains of sectors, like a small file system (MS-CFB).</summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const uint LastSector = 0xFFFF_FFFA;

    private readonly byte[] file;
    private readonly int sectorSize;
    private readonly int smallSectorSize;
    private readonly uint smallestLarge;
    private readonly List<uint> table = [];
    private readonly List<uint> smallTable;
    private readonly byte[] directory;

    /// <exception cref="WorkbookException">The file is damaged.</exception>
    public CompoundFile(byte[] file)
    {
        this.file = file;
        var (shift, smallShift) = (file.Length < HeaderLength ? 0 : U16(30), file.Length < HeaderLength ? 0 : U16(32));
        if (shift is not (9 or 12) || smallShift != 6)
        {
            throw WorkbookException.Broken();
        }

        (sectorSize, smallSectorSize, smallestLarge) = (1 << shift, 1 << smallShift, U32(56));
        ReadTable();
        directory = Join(Chain(U32(48), table));
        smallTable = Numbers(Join(Chain(U32(60), table)));
    }

    /// <summary>The bytes of the stream with this name; null when there is none.</summary>
    public byte[]? Find(string name)
    {
        for (var at = EntryLength; at + EntryLength <= directory.Length; at += EntryLength)
        {
            if (NameAt(at).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Stream(at);
            }
        }

        return null;
    }

    private string NameAt(int entry)
    {
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(entry + 64)) - 2, 0, 62);
        return Encoding.Unicode.GetString(directory, entry, length);
    }

    private byte[] Stream(int entry)
    {
        var (first, length) = StartOf(entry);
        var isSmall = length < smallestLarge;
        var bytes = isSmall ? JoinSmall(Chain(first, smallTable)) : Join(Chain(first, table));
        return length <= bytes.Length ? bytes[..(int)length] : throw WorkbookException.Broken();
    }

    private (uint First, uint Length) StartOf(int entry) => (
        BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(entry + 116)),
        BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(entry + 120)));

    /// <summary>Reads which sector follows which. Its own sectors are listed in the header, and in further sectors of a large file.</summary>
    private void ReadTable()
    {
        var most = (file.Length / sectorSize) + 1;
        var sectors = Numbers(file[76..HeaderLength]);
        var next = U32(68);
        for (var count = 0; next < LastSector && count < most; count++)
        {
            var further = Numbers(Sector(next).ToArray());
            sectors.AddRange(further[..^1]);
            next = further[^1];
        }

        // More entries than sectors of the file are of no use.
        foreach (var sector in sectors.Where(sector => sector < LastSector).Take((most / (sectorSize / sizeof(uint))) + 1))
        {
            table.AddRange(Numbers(Sector(sector).ToArray()));
        }
    }

    /// <exception cref="WorkbookException">The chain does not end.</exception>
    private static List<uint> Chain(uint first, List<uint> table)
    {
        var chain = new List<uint>();
        for (var sector = first; sector < LastSector; sector = table[(int)sector])
        {
            chain.Add(sector);
            if (sector >= table.Count || chain.Count > table.Count)
            {
                throw WorkbookException.Broken();
            }
        }

        return chain;
    }

    private byte[] Join(List<uint> chain)
    {
        var bytes = new byte[chain.Count * sectorSize];
        for (var index = 0; index < chain.Count; index++)
        {
            Sector(chain[index]).CopyTo(bytes.AsSpan(index * sectorSize));
        }

        return bytes;
    }

    /// <summary>Small streams share a stream of the root, in smaller sectors.</summary>
    private byte[] JoinSmall(List<uint> chain)
    {
        var root = directory.Length < EntryLength ? [] : Join(Chain(StartOf(0).First, table));
        var bytes = new byte[chain.Count * smallSectorSize];
        for (var index = 0; index < chain.Count; index++)
        {
            var start = chain[index] * (long)smallSectorSize;
            if (start + smallSectorSize > root.Length)
            {
                throw WorkbookException.Broken();
            }

            root.AsSpan((int)start, smallSectorSize).CopyTo(bytes.AsSpan(index * smallSectorSize));
        }

        return bytes;
    }

    /// <summary>The bytes of one sector; the last one of the file may be cut.</summary>
    private ReadOnlySpan<byte> Sector(uint number)
    {
        var start = (number + 1L) * sectorSize;
        return start < file.Length
            ? file.AsSpan((int)start, (int)Math.Min(sectorSize, file.Length - start))
            : throw WorkbookException.Broken();
    }

    private static List<uint> Numbers(byte[] bytes) =>
    [
        .. Enumerable.Range(0, bytes.Length / sizeof(uint))
            .Select(index => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(index * sizeof(uint)))),
    ];

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));
}
