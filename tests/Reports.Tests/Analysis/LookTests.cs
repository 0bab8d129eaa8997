using Ita.Reports.Analysis;
using Ita.Reports.Printing;
using Ita.Reports.Text;
namespace Ita.Reports.Tests.Analysis;
public class LookTests
{
    [Fact]
    public async Task Look()
    {
        await using var printer = new ChromiumPdfPrinter();
        foreach (var (name, model, digits) in new[] { ("003", Examples.Ekkarat(), Digits.Arabic), ("001", Examples.Tharae(), Digits.Thai), ("000", Examples.Maenatham(), Digits.Arabic), ("002", Examples.Narathiwat(), Digits.Thai) })
        {
            var html = await AnalysisReport.RenderAsync(model, new(digits));
            await File.WriteAllTextAsync($"/tmp/look/{name}.html", html);
            await File.WriteAllBytesAsync($"/tmp/look/{name}.pdf", await printer.PrintAsync(html, new(model.ComputedAt), CancellationToken.None));
        }
    }
}
