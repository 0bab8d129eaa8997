using Ita.Reports.LineBreaks;

namespace Ita.Reports.Tests.LineBreaks;

public class ThaiChunksTests
{
    /// <summary>A bar is a place where a line may be broken, and there is no other.</summary>
    [Theory]
    [InlineData("ผู้อำนวยการ|กองคลัง")]
    [InlineData("ผู้อำนวยการ|กองช่าง")]
    [InlineData("นักวิชาการ|เงินและบัญชี")]
    [InlineData("หัวหน้าสำนักปลัด")]
    [InlineData("เจ้าพนักงาน|ธุรการ")]
    [InlineData("ผู้ช่วย|เจ้าพนักงาน|จัดเก็บรายได้")]
    [InlineData("นักวิเคราะห์|นโยบายและแผน|ชำนาญการ")]
    public void A_position_is_broken_between_its_parts_only(string position) => Assert.Equal(position, Broken(position));

    [Theory]
    [InlineData("องค์การบริหาร|ส่วนตำบล|แมดนาท่ม")]
    [InlineData("องค์การบริหาร|ส่วนตำบล|แมดนาท่ม|ได้เข้ารับ|การประเมิน")]
    [InlineData("เทศบาลตำบล|ท่าแร่|อำเภอ|เมืองสกลนคร|จังหวัด|สกลนคร")]
    [InlineData("องค์การบริหาร|ส่วนตำบล|แม่นาธรรม")]
    [InlineData("ตำบล|โนนสะอาด|อำเภอ|ศรีบุญเรือง|จังหวัด|หนองบัวลำภู")]
    [InlineData("เทศบาลเมือง|วังน้ำเย็น")]
    [InlineData("ตำบล|ยางชุมน้อย")]
    public void A_name_is_kept_whole_though_no_dictionary_has_it(string name) => Assert.Equal(name, Broken(name));

    [Theory]
    [InlineData("ความโปร่งใส")]
    [InlineData("ยุทธศาสตร์")]
    [InlineData("จัดซื้อจัดจ้าง")]
    [InlineData("สิ่งที่ส่งมาด้วย")]
    [InlineData("แล้วเสร็จ")]
    [InlineData("ผู้บริหาร")]
    [InlineData("ผ่านดีเยี่ยม")]
    [InlineData("ฟื้นฟู")]
    public void A_compound_is_one_word(string compound) => Assert.Equal([compound], ThaiChunks.Split(compound));

    [Theory]
    [InlineData("กำหนด|แนวทาง|การใช้ทรัพย์สิน|ของทางราชการ|ที่ถูกต้อง")]
    [InlineData("การป้องกัน|การทุจริต")]
    [InlineData("การบริหารงาน|บุคคล")]
    [InlineData("ประจำปี|งบประมาณ")]
    [InlineData("ลดขั้นตอน|และระยะเวลา|การปฏิบัติงาน")]
    [InlineData("บุคลากร|ในหน่วยงาน|ของท่านมี|พฤติกรรม|เรียกรับ|เงิน|หรือไม่")]
    public void Prefixes_and_prepositions_stay_with_what_follows(string text) => Assert.Equal(text, Broken(text));

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(400)]
    public void Nothing_is_wider_than_a_column(int letters)
    {
        var chunks = ThaiChunks.Split(new string('ก', letters)).ToList();

        Assert.Equal(letters, chunks.Sum(chunk => chunk.Length));
        Assert.All(chunks, chunk => Assert.InRange(chunk.Length, 1, ThaiChunks.Most));
    }

    [Fact]
    public void Every_province_and_official_word_is_kept_whole() =>
        Assert.All(Official(), word => Assert.Equal([word], ThaiChunks.Split(word)));

    [Fact]
    public void No_piece_begins_with_a_mark_or_ends_with_a_leading_vowel()
    {
        var pieces = Official().Concat(["แมดนาท่ม", "ปั๊มน้ำ", "เกณฑ์", "จันทร์", "เพราะ", "ก็ดี", "ๆลๆ", "เ", "ะ"])
            .SelectMany(word => ThaiLetters.Places(word).Zip(ThaiLetters.Places(word).Skip(1), (start, end) => word[start..end])).ToList();

        Assert.All(pieces.Where(piece => piece.Length > 1), piece => Assert.DoesNotMatch("^[ะัาำิ-ฺ็-๎ๆฯ]|[เ-ไ]$", piece));
    }

    private static string Broken(string marked) => string.Join('|', ThaiChunks.Split(marked.Replace("|", "", StringComparison.Ordinal)));

    private static string[] Official()
    {
        using var reader = new StreamReader(typeof(ThaiChunks).Assembly.GetManifestResourceStream("official-words.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
