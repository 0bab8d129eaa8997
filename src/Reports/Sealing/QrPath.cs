using System.Collections;
using QRCoder;

namespace Ita.Reports.Sealing;

/// <summary>A QR code as one SVG path: each run of dark modules in a row is one rectangle.</summary>
/// <param name="Size">Modules per side, including the quiet zone of 4.</param>
internal sealed record QrPath(int Size, string Data)
{
    public static QrPath Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            Draw(path, code.ModuleMatrix[row], row);
        }

        return new(code.ModuleMatrix.Count, path.ToString());
    }

    private static void Draw(StringBuilder path, BitArray modules, int row)
    {
        for (var start = 0; start < modules.Length; start++)
        {
            var end = start;
            while (end < modules.Length && modules[end])
            {
                end++;
            }

            if (end > start)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{end - start}v1h-{end - start}z");
                start = end;
            }
        }
    }
}
