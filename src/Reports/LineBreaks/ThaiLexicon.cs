using System.Collections.Frozen;
using System.Reflection;

namespace Ita.Reports.LineBreaks;

/// <summary>The Thai words that lines are broken by; see Data/README.md for where they come from.</summary>
internal static class ThaiLexicon
{
    /// <summary>The letters of the longest word, marks included.</summary>
    public const int Longest = 30;

    private static readonly FrozenSet<string> Official = Read("official-words.txt").ToFrozenSet();
    private static readonly FrozenSet<string> Words = Read("thai-words.txt").Concat(Official).ToFrozenSet();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByText = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfficialByText =
        Official.GetAlternateLookup<ReadOnlySpan<char>>();

    // Written without a space before what they belong to; a line does not end with one.
    private static readonly FrozenSet<string> Leading = FrozenSet.Create(
        "การ", "ความ", "ผู้", "นัก", "ข้อ", "ที่", "ซึ่ง", "อัน", "และ", "หรือ", "กับ", "แก่", "แต่", "ของ", "ใน", "จาก", "ต่อ", "ตาม", "โดย",
        "เพื่อ", "เมื่อ", "ไม่", "ได้", "ให้", "มี", "เป็น", "จะ", "ควร", "ต้อง", "คือ", "ว่า", "ทั้ง", "ทุก", "แต่ละ", "ณ", "ถึง", "แห่ง", "ชาว", "ใช้", "พร้อม");

    private static readonly FrozenSet<string> Trailing = FrozenSet.Create(
        "นี้", "นั้น", "แล้ว", "ไว้", "อยู่", "ขึ้น", "ลง", "ไป", "มา", "เอง", "กัน", "ด้วย", "ยิ่ง", "ใด", "อื่น", "ละ", "ทั้งหมด");

    // What a name of a place or body follows; the name is then kept whole, whatever words it is made of.
    private static readonly FrozenSet<string> Introducing = FrozenSet.Create(
        "ตำบล", "อำเภอ", "จังหวัด", "แขวง", "เขต", "โรงเรียน", "โรงพยาบาล", "มหาวิทยาลัย", "หมู่บ้าน", "ถนน", "ส่วนตำบล", "ส่วนจังหวัด",
        "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "เทศบาล", "นายอำเภอ");

    // The same as a part of the name.
    private static readonly FrozenSet<string> Beginning = FrozenSet.Create("บ้าน", "วัด", "ชุมชน");

    public static bool Contains(ReadOnlySpan<char> text) => ByText.Contains(text);

    /// <summary>Whether the word is a term of the administration or a province, which is preferred to other words.</summary>
    public static bool IsOfficial(ReadOnlySpan<char> text) => OfficialByText.Contains(text);

    public static bool IsLeading(string word) => Leading.Contains(word);

    public static bool IsTrailing(string word) => Trailing.Contains(word);

    public static bool Introduces(string word) => Introducing.Contains(word);

    public static bool BeginsName(string word) => Beginning.Contains(word);

    private static string[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
