using System.Text;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Tests.Fuzz;

/// <summary>Files that read well, of each kind, form, encoding and format.</summary>
internal static class ValidFile
{
    private static readonly string[] Texts =
    [
        Uploads.Header + "2566,A1,I1,94.81\n2566,A1,๐๓๔,100\n2566,A1,TOTAL,๙๑.๖๑\n2566,B2,RATING,ผ่านดี\n2566,B2,es1,88%\n",
        "fiscal_year,agency_code,item,score,respondents,part,หน่วยงาน\n2567,A1,E1,90,60,1,อบต. ก\n2567,A1,E1,80,,2,อบต. ก\n2565,ก1,9.1,50,,,\n",
        "ปีงบประมาณ,รหัสหน่วยงาน,ตัวชี้วัดที่ 1,ind2,คะแนนรวม,ระดับผลการประเมิน\n2566,A1,94.81,90,91.61,ผ่านดี\n2567,B2,,1,,\n",
        "fiscal_year,agency_code,agency_name,internal_staff,registered,contact_email,reminders\n"
            + "2566,A1,อบต. ก,\"1,200\",ใช่,ita@agency.example,1\n2566,B2,\"อบต.\nข\",12,no,,\n",
        "fiscal_year,agency_code,item,score,url,comment\n2566,A1,O1,100,https://a.go.th,\"ดี, มาก\"\n2566,B2,O2,0,x,\n",
        "fiscal_year,agency_code,instrument,i1,i4,e1,i11.1\n2566,A1,IIT,มากที่สุด,ไม่มี,,\n"
            + "2566,A1,IIT,67,100,,\n2566,B2,EIT1,,,น้อย,\n2564,B2,IIT,,,,มาก\n",
        "fiscal_year,agency_code,แบบวัด,respondent,item,คำตอบ\n2567,A1,IIT,1,I12,นาน ๆ ครั้ง\n2567,A1,IIT,2,i12,100\n2567,B2,EIT2,1,es3,ไม่เคย\n",
        "ปีงบประมาณ,รหัสหน่วยงาน,ประเด็น,ข้อ,มาตรการ,ขั้นตอน,สถานะ,ร้อยละ,evidence_url\n2567,A1,๒,i1 i๒,ลดขั้นตอน,\"1. ก\n2. ข\",ยกเลิก,๕๐%,https://a.go.th\n"
            + "2566,B2,,E1,มาตรการ ข,ก|ข,done,100,\n2566,B2,,,,,,,\n",
    ];

    private static readonly ImmutableArray<byte[]> OldWorkbooks =
        [.. Directory.EnumerateFiles(Repository.PathTo("tests", "SampleData", "Workbooks"), "*.xls").Order().Select(File.ReadAllBytes)];

    public static string Text(Random random)
    {
        var text = Texts[random.Next(Texts.Length)];
        return random.Next(4) switch
        {
            0 => text.Replace(',', ';'),
            1 => text.Replace(',', '\t').Replace("\n", "\r\n", StringComparison.Ordinal),
            _ => text,
        };
    }

    public static byte[] Encoded(string text, Random random)
    {
        var encoding = random.Next(5) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.BigEndianUnicode,
            2 => CodePagesEncodingProvider.Instance.GetEncoding(874)!,
            _ => Encoding.UTF8,
        };
        return [.. encoding.Preamble, .. encoding.GetBytes(text)];
    }

    public static TestWorkbook Workbook(Random random)
    {
        var text = Texts[random.Next(Texts.Length)];
        var book = TestWorkbook.Of(text);
        return random.Next(3) == 0 ? book.AndSheet("ก", random.Next(2) == 0 ? text : Texts[random.Next(Texts.Length)]) : book;
    }

    public static byte[] OldWorkbook(Random random) => [.. OldWorkbooks[random.Next(OldWorkbooks.Length)]];

    /// <summary>The length stays, so that the sectors and most records of the file are still found.</summary>
    public static byte[] OldWorkbookWithFlippedBytes(Random random)
    {
        var bytes = OldWorkbook(random);
        for (var count = random.Next(1, 30); count > 0; count--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    /// <summary>A workbook that unpacks well, with a part that does not: changes within packed bytes seldom reach the parts' text.</summary>
    public static TestWorkbook WorkbookWithBrokenPart(Random random)
    {
        var book = Workbook(random);
        var part = book.Names.ElementAt(random.Next(book.Names.Count));
        return book.With(part, Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(book.Part(part)), random)));
    }
}
