using System.Text;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Tests.Fuzz;

/// <summary>One file to be read, and how strictly.</summary>
internal sealed record FuzzFile(string Name, byte[] Bytes, IntakeSettings Settings)
{
    public static FuzzFile Next(Random random)
    {
        var (name, bytes) = random.Next(10) switch
        {
            0 => ("bytes", Noise(random)),
            1 => ("workbook", Mutation.Of(ValidFile.Workbook(random).Bytes(), random)),
            2 => ("workbook text", ValidFile.WorkbookWithBrokenPart(random).Bytes()),
            3 => ("old workbook", (byte[])[0xD0, 0xCF, 0x11, 0xE0, .. Noise(random)]),
            4 => ("XLS", Mutation.Of(ValidFile.OldWorkbook(random), random)),
            5 => ("XLS records", ValidFile.OldWorkbookWithFlippedBytes(random)),
            _ => ("text", Mutation.Of(ValidFile.Encoded(ValidFile.Text(random), random), random)),
        };
        return new(name, bytes, SettingsOf(random));
    }

    private static IntakeSettings SettingsOf(Random random) => random.Next(3) switch
    {
        0 => new(),
        1 => new() { Limits = new() { BadRowShare = 1 } },
        _ => new()
        {
            Limits = new()
            {
                BadRowShare = 1,
                CellBytes = 200,
                RowBytes = 2000,
                FileBytes = 20_000,
                ExpandedBytes = 40_000,
                Columns = 40,
                KeptProblems = 20,
                Respondents = 5,
                WorkbookTextBytes = 500,
            },
        },
    };

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(4000)];
        random.NextBytes(bytes);
        return random.Next(2) == 0
            ? bytes
            : [.. Encoding.UTF8.GetBytes(ValidFile.Text(random).Split('\n')[0] + "\n"), .. bytes.Select(value => (byte)(value & 0x7F))];
    }
}
