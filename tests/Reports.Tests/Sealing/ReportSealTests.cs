using System.Text.RegularExpressions;
using Ita.Domain;
using Ita.Reports.Rendering;
using Ita.Reports.Sealing;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Tests.Memos;

namespace Ita.Reports.Tests.Sealing;

public class ReportSealTests
{
    private static readonly Uri BaseUrl = new("https://ita.example.go.th/");
    private static readonly string Content = ReportSeal.Hash("<html>ก</html>");
    private static readonly ReportIdentity Identity = new("analysis", FiscalYear.FromBuddhistEra(2566), "10", 1);

    [Fact]
    public void The_same_report_has_the_same_number_of_32_hexadecimal_digits()
    {
        var seal = ReportSeal.Number(Identity, Content, BaseUrl);

        Assert.Matches("^[0-9a-f]{32}$", seal.Id);
        Assert.Equal($"https://ita.example.go.th/api/v1/verify/{seal.Id}", seal.Url.AbsoluteUri);
        Assert.Equal(seal, ReportSeal.Number(Identity, Content, new("https://ita.example.go.th")));
    }

    [Fact]
    public void Another_figure_version_kind_year_or_agency_has_another_number()
    {
        ReportIdentity[] others =
        [
            Identity with { Version = 2 },
            Identity with { Kind = "memo" },
            Identity with { Agency = "11" },
            Identity with { Year = FiscalYear.FromBuddhistEra(2567) },
        ];
        var ids = others.Select(other => ReportSeal.Number(other, Content, BaseUrl).Id)
            .Append(ReportSeal.Number(Identity, Content, BaseUrl).Id)
            .Append(ReportSeal.Number(Identity, ReportSeal.Hash("ข"), BaseUrl).Id);

        Assert.Equal(6, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_sealed_report_says_its_number_and_is_otherwise_the_same()
    {
        var model = Examples.Tharae();
        var rendered = await Report.RenderAsync(model, new());
        var report = await rendered.SealAsync(Identity, BaseUrl);
        var bare = rendered.Html;

        Assert.Contains($"<code>{report.Verification.Id}</code>", report.Html, StringComparison.Ordinal);
        Assert.Equal(ReportSeal.Number(Identity, ReportSeal.Hash(bare), BaseUrl), report.Verification);
        Assert.Equal(
            bare.Visible(),
            report.Html.Replace(report.Html.Between("<section class=\"seal\">", "</section>"), "", StringComparison.Ordinal).Visible());
    }

    [Fact]
    public async Task Without_an_address_for_readers_a_report_has_a_number_and_no_seal()
    {
        var rendered = await Report.RenderAsync(Examples.Tharae(), new());
        var report = await rendered.SealAsync(Identity, BaseUrl, isReachable: false);

        Assert.Equal(rendered.Html, report.Html);
        Assert.Equal(rendered.Verify(Identity, BaseUrl), report.Verification);
    }

    [Fact]
    public async Task The_QR_code_of_a_circular_letter_is_that_of_the_report()
    {
        var circular = (await (await Report.RenderAsync(Letters.Circular(), new())).SealAsync(Identity, BaseUrl)).Html;
        var blank = (await (await Report.RenderAsync(Letters.Circular() with { ReportUrl = null }, new())).SealAsync(Identity, BaseUrl)).Html;

        Assert.Single(Regex.Matches(circular, "class=\"qr\""));
        Assert.Contains("คิวอาร์โค้ดไปยังรายงานฉบับเผยแพร่", circular, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(blank, "class=\"qr\""));
    }

    [Fact]
    public void A_QR_code_is_a_square_with_a_quiet_zone_and_the_three_corners()
    {
        var path = QrPath.Of("https://ita.example.go.th/api/v1/verify/0123456789abcdef0123456789abcdef");

        Assert.Equal(0, (path.Size - 8 - 17) % 4);
        Assert.StartsWith("M4 4h7v1h-7z", path.Data, StringComparison.Ordinal);
        Assert.Contains($"M{path.Size - 11} 4h7v1h-7z", path.Data, StringComparison.Ordinal);
        Assert.Contains($"M4 {path.Size - 5}h7v1h-7z", path.Data, StringComparison.Ordinal);
    }
}
