using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Reports.Analysis;

namespace Ita.Reports.Tests.Analysis;

/// <summary>The chapter about the method, for each year as far as its sources go.</summary>
public class MethodTests
{
    /// <summary>The sizes and the password are printed in seed 000.</summary>
    [Fact]
    public void Populations_and_samples_of_2567_are_those_of_the_source()
    {
        var text = TextOf(2567);

        Assert.Contains(
            "แบบวัด IIT คือ ร้อยละ 20 ของจำนวนผู้มีส่วนได้ส่วนเสียทั้งหมด แต่ไม่น้อยกว่า 30 คน หากมีน้อยกว่า 30 คน ให้เก็บข้อมูลจากทุกคน "
                + "หากมีมากกว่า 2,000 คน ให้เก็บข้อมูลไม่น้อยกว่า 400 คน",
            text,
            StringComparison.Ordinal);
        Assert.Contains("EIT ส่วนที่ 2 คือ ร้อยละ 20 ของขนาดกลุ่มตัวอย่างขั้นต่ำของ EIT ส่วนที่ 1 แต่ไม่น้อยกว่า 20 คน", text, StringComparison.Ordinal);
        Assert.Contains("(OTP)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2565)]
    [InlineData(2566)]
    public void Sizes_that_are_only_assumed_are_not_printed(int year)
    {
        var text = TextOf(year);

        Assert.Contains($"เป็นไปตามที่สำนักงาน ป.ป.ช. กำหนดสำหรับปีงบประมาณ พ.ศ. {year}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ร้อยละ 10 ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OTP", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2563, null)]
    [InlineData(2565, null)]
    [InlineData(2566, "ใช้แทนระดับ AA A B C D E F ที่ใช้ถึงปีงบประมาณ พ.ศ. 2565")]
    [InlineData(2567, "ใช้แทนระดับ AA A B C D E F ที่ใช้ถึงปีงบประมาณ พ.ศ. 2565")]
    public void Ratings_that_replaced_others_are_explained(int year, string? said)
    {
        var text = RatingChangeProse.Write(FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year)));

        Assert.Equal(said is null, text is null);
        Assert.Contains(said ?? "", text ?? "", StringComparison.Ordinal);
    }

    private static string TextOf(int year) =>
        string.Join('\n', SampleProse.Write(FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year)))).Replace('\u00a0', ' ');
}
