using Ita.App.Delivery;
using Ita.App.Surveys;

namespace Ita.App.Tests.Surveys;

/// <summary>One mailbox is one respondent, however its address is written.</summary>
public sealed class MailboxNameTests
{
    [Theory]
    [InlineData("voter@example.com")]
    [InlineData("Voter@Example.COM")]
    [InlineData(" voter@example.com ")]
    [InlineData("\"voter\"@example.com")]
    [InlineData("\"vo\\ter\"@example.com")]
    [InlineData("\"VOTER\"@example.com.")]
    [InlineData("voter@example.com.")]
    [InlineData("ｖｏｔｅｒ@ｅｘａｍｐｌｅ.com")]
    [InlineData("voter@example。com")]
    public void Spellings_of_one_mailbox_are_one_respondent(string typed) =>
        Assert.Equal(new OtpSubject(Channel.Email, "voter@example.com"), OtpSubject.Read(typed));

    [Theory]
    [InlineData("voter@ตัวอย่าง.ไทย", "voter@xn--72c1a1bt4awk9o.xn--o3cw4h")]
    [InlineData("voter@xn--72c1a1bt4awk9o.xn--o3cw4h", "voter@xn--72c1a1bt4awk9o.xn--o3cw4h")]
    [InlineData("VOTER@XN--72C1A1BT4AWK9O.XN--O3CW4H", "voter@xn--72c1a1bt4awk9o.xn--o3cw4h")]
    [InlineData("\"voter\"@bücher.example", "voter@xn--bcher-kva.example")]
    [InlineData("voter@BÜCHER.example.", "voter@xn--bcher-kva.example")]
    public void A_domain_in_letters_and_in_Punycode_is_the_same(string typed, string mailbox) =>
        Assert.Equal(mailbox, OtpSubject.Read(typed)?.Text);

    [Theory]
    [InlineData("voter+1@example.com")]
    [InlineData("v.oter@example.com")]
    [InlineData("voter@mail.example.com")]
    [InlineData("o'neil@example.com")]
    public void Other_mailboxes_stay_other_respondents(string typed) => Assert.Equal(typed, OtpSubject.Read(typed)?.Text);

    [Theory]
    [InlineData("voter(comment)@example.com")]
    [InlineData("(comment)voter@example.com")]
    [InlineData("voter@(comment)example.com")]
    [InlineData("voter@example.com(comment)")]
    [InlineData("Voter <voter@example.com>")]
    [InlineData("<voter@example.com>")]
    [InlineData("voter@[127.0.0.1]")]
    [InlineData("voter@example")]
    [InlineData("voter@example..com")]
    [InlineData("voter@example.com..")]
    [InlineData("voter@-example.com")]
    [InlineData("voter@xn--zzzzzz-.com")]
    [InlineData(".voter@example.com")]
    [InlineData("voter.@example.com")]
    [InlineData("vo..ter@example.com")]
    [InlineData("\"vo ter\"@example.com")]
    [InlineData("\"\"@example.com")]
    [InlineData("voter@example.com,other@example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("vo\u200bter@example.com")]
    [InlineData("voter@bu\u0308cher.example")]
    [InlineData("vote\u0301r@example.com")]
    [InlineData("@example.com")]
    [InlineData("voter@")]
    public void What_is_not_a_plain_address_is_refused(string typed) => Assert.Null(OtpSubject.Read(typed));

    [Theory]
    [InlineData("สมชาย@ตัวอย่าง.ไทย")]
    [InlineData("\"สมชาย\"@xn--72c1a1bt4awk9o.xn--o3cw4h")]
    public void A_mailbox_in_Thai_letters_is_taken(string typed) =>
        Assert.Equal("สมชาย@xn--72c1a1bt4awk9o.xn--o3cw4h", OtpSubject.Read(typed)?.Text);

    [Fact]
    public void Sara_am_in_one_or_two_characters_is_the_same() =>
        Assert.Equal(OtpSubject.Read("\u0E33\u0E01@example.com"), OtpSubject.Read("\u0E4D\u0E32\u0E01@example.com"));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_local_part_has_at_most_64_characters(int letters, bool isTaken) =>
        Assert.Equal(isTaken, OtpSubject.Read($"{new string('a', letters)}@example.com") is not null);
}
