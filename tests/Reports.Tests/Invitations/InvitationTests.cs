using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;
using Ita.Reports.Documents;
using Ita.Reports.Invitations;
using Ita.Reports.Memos;
using Ita.Reports.Printing;
using Ita.Reports.Rendering;
using Ita.Reports.Tests.Printing;
using Ita.Reports.Word;
using Ita.Tests.Office;
using ZXing;
using ZXing.Common;

namespace Ita.Reports.Tests.Invitations;

/// <summary>Posters and letters that invite people to a survey, as they are printed.</summary>
[Collection(PrinterGroup.Name)]
public sealed class InvitationTests(PrinterFixture fixture)
{
    private const string LongName =
        "สำนักงานคณะกรรมการส่งเสริมสวัสดิการและสวัสดิภาพครูและบุคลากรทางการศึกษาประจำจังหวัดพระนครศรีอยุธยา";

    private static readonly DateTimeOffset Today = new(2026, 11, 29, 0, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<string, PosterSize, string> Posters => new()
    {
        { "EIT1", PosterSize.A4, "องค์การบริหารส่วนตำบลตัวอย่าง" },
        { "EIT1", PosterSize.A5, LongName },
        { "IIT", PosterSize.A4, LongName },
        { "IIT", PosterSize.A5, "เทศบาลตำบลตัวอย่าง" },
    };

    [Theory, MemberData(nameof(Posters))]
    public async Task A_printed_poster_is_one_page_whose_code_leads_to_the_form(string survey, PosterSize size, string agency)
    {
        var pdf = await PrintAsync(new PosterModel(Invited(survey, agency), size, Today));

        var info = await Poppler.InfoAsync(pdf);
        Assert.Equal("1", info["Pages"]);
        Assert.StartsWith(size == PosterSize.A4 ? "59" : "4", info["Page size"], StringComparison.Ordinal);
        Assert.Equal(Invited(survey, agency).Address.AbsoluteUri, await ScanAsync(pdf));
        var text = await Poppler.TextAsync(pdf);
        Assert.Contains("ita.example.go.th/s/2567/06150502/", text, StringComparison.Ordinal);
        Assert.Contains("1 December 2026 to 15 January 2027", text, StringComparison.Ordinal);
        Assert.Contains("2570", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("K7PM-X3HD-9QFT")]
    [InlineData(null)]
    public async Task The_letter_to_the_staff_is_one_page_with_the_code_or_a_box(string? code)
    {
        var pdf = await PrintAsync(new StaffLetterModel(Invited("IIT", LongName), code, LetterHead.Blank, Today));

        Assert.Equal("1", (await Poppler.InfoAsync(pdf))["Pages"]);
        Assert.Equal("https://ita.example.go.th/s/2567/06150502/iit", await ScanAsync(pdf));
        Assert.Equal(code is not null, (await Poppler.TextAsync(pdf)).Contains("K7PM-X3HD-9QFT", StringComparison.Ordinal));
    }

    [LibreOfficeWriterFact]
    public async Task Word_files_are_sound_and_another_program_prints_them_with_the_code()
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var (survey, size, agency) in Posters.Select(row => ((string)row[0], (PosterSize)row[1], (string)row[2])))
        {
            files[$"{survey}-{size}.docx"] = await WordAsync(new PosterModel(Invited(survey, agency), size, Today));
        }

        files["letter.docx"] = await WordAsync(
            new StaffLetterModel(Invited("IIT", "เทศบาลตำบลตัวอย่าง"), "K7PM-X3HD-9QFT", LetterHead.Blank, Today));
        foreach (var file in files.Values)
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(word));
        }

        var printed = await LibreOffice.SaveAsync(files, "pdf");
        foreach (var (name, pdf) in printed)
        {

            // The letter and A5 are set for TH Sarabun, which is smaller than what replaces it here.
            Assert.Equal((name, true), (name, (await Poppler.InfoAsync(pdf))["Pages"] == "1" || !name.Contains("A4", StringComparison.Ordinal)));
            Assert.StartsWith("https://ita.example.go.th/s/2567/06150502/", await ScanAsync(pdf), StringComparison.Ordinal);
            Assert.DoesNotContain("ฉบับที่ 1", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        }
    }

    private static Invitation Invited(string survey, string agency)
    {
        var year = FiscalYear.FromBuddhistEra(2567);
        var form = QuestionList.Find(FrameworkCatalogue.BuiltIn.Get(year), survey)!;
        var address = new Uri($"https://ita.example.go.th/s/2567/06150502/{form.Instrument.Code.ToLowerInvariant()}");
        return new(new Agency(year, "06150502", agency), form, survey == "IIT", address, new(2026, 12, 1), new(2027, 1, 15));
    }

    private static async Task<byte[]> WordAsync(ReportModel model) => WordFile.Create(await Report.RenderAsync(model, new ReportOptions()));

    private async Task<byte[]> PrintAsync(ReportModel model)
    {
        var report = await Report.RenderAsync(model, new ReportOptions());
        return await fixture.Printer.PrintAsync(report.Html, new PdfOptions(Today), CancellationToken.None);
    }

    // What a camera reads.
    private static async Task<string?> ScanAsync(byte[] pdf)
    {
        var (dots, width, height) = await Poppler.GreyAsync(pdf);
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(dots, width, height, RGBLuminanceSource.BitmapFormat.Gray8)));
        return new ZXing.QrCode.QRCodeReader().decode(picture)?.Text;
    }
}
