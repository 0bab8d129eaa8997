using Ita.Reports.Tests.Documents;
using Ita.Reports.Text;
using Ita.Reports.Word;
using Ita.Tests.Office;

namespace Ita.Reports.Tests.Word;

/// <summary>Another program than Word opens the files and prints what the page says.</summary>
public sealed class WordPrintTests
{
    private static readonly string[] Printed =
        ["analysis of 003", "measures of 002", "follow-up with pictures", "memo on analysis", "circular letter"];

    [LibreOfficeWriterFact]
    public async Task LibreOffice_prints_headings_tables_pictures_and_signatures()
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var kind in Printed)
        {
            files[$"{kind}.docx"] = WordFile.Create(await Kinds.ReportAsync(kind, new(Digits.Arabic)));
        }

        var printed = await LibreOffice.SaveAsync(files, "pdf");

        Assert.Equal(Printed.Select(kind => $"{kind}.pdf").Order(StringComparer.Ordinal), printed.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("91.61", await Poppler.TextAsync(printed["analysis of 003.pdf"]), StringComparison.Ordinal);
        Assert.NotEmpty(await Poppler.PicturesAsync(printed["analysis of 003.pdf"]));
        Assert.NotEmpty(await Poppler.PicturesAsync(printed["follow-up with pictures.pdf"]));
        Assert.Equal("2", (await Poppler.InfoAsync(printed["memo on analysis.pdf"]))["Pages"]);
        Assert.Matches("– *2 *–", await Poppler.TextAsync(printed["memo on analysis.pdf"]));
    }
}
