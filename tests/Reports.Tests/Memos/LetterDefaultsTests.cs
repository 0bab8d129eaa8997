using Ita.Domain;
using Ita.Reports.Memos;

namespace Ita.Reports.Tests.Memos;

public class LetterDefaultsTests
{
    [Theory]
    [InlineData("องค์การบริหารส่วนตำบลตัวอย่าง", "องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบลตัวอย่าง")]
    [InlineData("อบต.ตัวอย่าง", null, "นายกองค์การบริหารส่วนตำบลตัวอย่าง")]
    [InlineData("ตัวอย่าง", "องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบลตัวอย่าง")]
    [InlineData("เทศบาลตำบลท่าแร่", "เทศบาลตำบล", "นายกเทศมนตรีตำบลท่าแร่")]
    [InlineData("ทม.ตัวอย่าง", "เทศบาลเมือง", "นายกเทศมนตรีเมืองตัวอย่าง")]
    [InlineData("เทศบาลนครตัวอย่าง", "เทศบาลเมือง", "นายกเทศมนตรีนครตัวอย่าง")]
    [InlineData("องค์การบริหารส่วนจังหวัดแพร่", "องค์การบริหารส่วนจังหวัด", "นายกองค์การบริหารส่วนจังหวัดแพร่")]
    [InlineData("เมืองพัทยา", "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ", "นายกเมืองพัทยา")]
    [InlineData("กรุงเทพมหานคร", "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ", "ผู้ว่าราชการกรุงเทพมหานคร")]
    [InlineData("จังหวัดนราธิวาส", "จังหวัด", "ผู้ว่าราชการจังหวัดนราธิวาส")]
    [InlineData("นราธิวาส", "จังหวัด", "ผู้ว่าราชการจังหวัดนราธิวาส")]
    [InlineData("กรมตัวอย่าง", "กรมหรือเทียบเท่า", "อธิบดีกรมตัวอย่าง")]
    [InlineData("สำนักงานปลัดกระทรวงตัวอย่าง", "กรมหรือเทียบเท่า", "ปลัดกระทรวงตัวอย่าง")]
    [InlineData("มหาวิทยาลัยตัวอย่าง", "สถาบันอุดมศึกษา", "อธิการบดีมหาวิทยาลัยตัวอย่าง")]
    [InlineData("สถาบันตัวอย่าง", "องค์การมหาชน", "ผู้อำนวยการสถาบันตัวอย่าง")]
    [InlineData("การประปาตัวอย่าง", "รัฐวิสาหกิจ", "ผู้ว่าการการประปาตัวอย่าง")]
    [InlineData("สำนักตัวอย่าง", "กรมหรือเทียบเท่า", "หัวหน้าหน่วยงาน")]
    [InlineData("ธนาคารตัวอย่าง", "รัฐวิสาหกิจ", "หัวหน้าหน่วยงาน")]
    [InlineData(null, null, "หัวหน้าหน่วยงาน")]
    [InlineData(null, "เทศบาลเมือง", "นายกเทศมนตรีเมือง")]
    public void The_head_follows_from_name_and_type(string? name, string? type, string head) =>
        Assert.Equal(head, LetterDefaults.Head(Of(name, type)));

    [Theory]
    [InlineData("เทศบาลเมืองตัวอย่าง", "เทศบาลเมือง", "หัวหน้าสำนัก/ผู้อำนวยการกองทุกกอง")]
    [InlineData("จังหวัดนราธิวาส", "จังหวัด", "หัวหน้าส่วนราชการทุกส่วนราชการ")]
    [InlineData("ตัวอย่าง", null, "หัวหน้าหน่วยงานภายในทุกหน่วยงาน")]
    public void A_circular_goes_to_those_below_the_head(string name, string? type, string everyone) =>
        Assert.Equal(everyone, LetterDefaults.Everyone(Of(name, type)));

    [Fact]
    public void Local_bodies_and_provinces_have_their_signatories()
    {
        Assert.Equal(
            ["เจ้าหน้าที่ผู้รับผิดชอบ", "หัวหน้าสำนักปลัดองค์การบริหารส่วนตำบลตัวอย่าง", "ปลัดองค์การบริหารส่วนตำบลตัวอย่าง"],
            LetterDefaults.Signatories(Of("อบต.ตัวอย่าง", null)).Select(one => one.Position));
        Assert.Equal("หัวหน้าสำนักงานจังหวัดนราธิวาส", LetterDefaults.Signatories(Of("จังหวัดนราธิวาส", "จังหวัด"))[1].Position);
        Assert.Equal("", Assert.Single(LetterDefaults.Signatories(Of("กรมตัวอย่าง", "กรมหรือเทียบเท่า"))).Position);
        Assert.Equal(["ศาลากลางจังหวัดนราธิวาส"], LetterDefaults.Address(Of("จังหวัดนราธิวาส", "จังหวัด")).AsEnumerable());
    }

    private static Agency Of(string? name, string? type) => new(FiscalYear.FromBuddhistEra(2566), "1", name, type);
}
