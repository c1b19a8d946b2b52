package dev.offprint.bounces;

import java.util.regex.Pattern;

/**
 * What the words of mail systems say of a failure. Each line is an alternative of a regular
 * expression for text in lower case.
 */
enum FailureWords {
  /** The sender, its network or its domain is at fault, whoever the mail was for. */
  SENDER(
      "\\bsender.{0,60}(reject|denied|refused|invalid|unknown|not exist|verif|block|not allowed)",
      "sender address|sender domain|domain of (the )?sender|sender.s (ip|server|domain|address)",
      "invalid (sender|ip for sending)|(mail )?from (address|domain)|not accept(ing)? .{0,20}from",
      "(after|in reply to) (initial connection|(mail from|ehlo|helo)\\b)|refused to talk to me",
      "(client host|helo command|unverified client|client) .{0,60}(reject|block|denied)",
      "reverse dns|reverse lookup|\\bptr\\b|\\br-?dns\\b|reverse"
          + " hostname|fcrdns|mismatch.{0,20}ip\\b",
      "dmarc|\\bspf\\b|dkim|sender policy framework|sender.?id\\b|domainkeys",
      "(un)?authenticat(ed|ion|e)\\b|5322\\.from|no-?relay|relay(ing)?\\b.{0,40}(denied|not|reject)",
      "(not|un)\\b.{0,30}relay|\\bip\\b.{0,60}(block|reject|denied|refused|banned|reputation)",
      "adresse ip source|expéditeur|absender|remitente|mittente|отправител|发件人|寄件"),

  /** The mailbox takes no more for now. */
  FULL(
      "(mailbox|mail ?box|inbox|user|account|disk|storage|message store|maildir|folder)\\W{1,3}"
          + "(\\S{1,60} ){0,3}(is )?(full|exceed|over ?quota|over (its |the )?(size|limit))",
      "quota|insufficient (system )?(storage|disk)|(not enough|no|out of) .{0,12}(storage|space)",
      "exceed(s|ed)? (the |its )?(allowed|storage|mailbox)|storage limit|mailbox size|mailfull",
      "exhausted|cause .{0,40}to exceed|full (mailbox|inbox)|\\bmailbox_?full|too many messages in",
      "postfach.{0,30}voll|speicherplatz|boîte.{0,40}pleine|buz[oó]n.{0,30}lleno|casella.{0,20}piena",
      "caixa.{0,40}(cheia|lotada)|postvak.{0,20}vol|skrzynk.{0,30}(pełn|przepełn)|ящик.{0,30}переполнен",
      "(容量|空き).{0,12}(超|不足|一杯|いっぱい)|(邮箱|郵箱|信箱|空间|空間|容量).{0,8}(已?满|已?滿)|용량.{0,8}초과"),

  /** The mailbox is there, and somebody has switched it off. */
  SUSPENDED(
      "(user|recipient|mailbox|mail ?box|address|account|userid|e-?mail)\\S{0,3}( \\S{1,100}){0,4}?"
          + " (disabled|inactive|suspended|locked|deactivated|frozen|dormant|expired|blocked)\\b",
      "suspend(ed)? the service|archiv[ée]e|extended inactivity",
      "(disabled|inactive|suspended|locked|deactivated|frozen) (\\S{1,20} ){0,2}"
          + "(user|recipient|mailbox|address|account)",
      "not accepting (mail|messages|e-?mail)|temporarily (disabled|suspended|blocked)",
      "(postfach|konto|compte|cuenta|conta|casella|учётная|учетная).{0,30}"
          + "(gesperrt|deaktiviert|désactivé|suspend|desactivad|desativad|sospes|заблокирован)"),

  /** The address, its domain or its host is not there, or takes no mail at all. */
  GONE(
      "(user|recipient|mailbox|address|account|addressee|customer|userid|domain|host|alias|person)(\\(?s\\)?)?("
          + " name| id| email)?( \\S{1,100})?[\\s:,]{0,3}((is|was|are|has|does|could|did) )?(been"
          + " )?(be )?(unknown|no"
          + " longer|invalid|deleted|removed|terminated|discontinued|closed|moved|non-?existent|nonexist|not?"
          + " (be )?(found|exist|known|recogni[sz]ed|listed|valid|active)|n.t exist|couldn.t be"
          + " found)",
      "(unknown|invalid|no"
          + " such|no|non-?existent|bad|illegal|unrouteable|unroutable|undeliverable|dead|obsolete|unresolvable|incorrect)["
          + " -](local |final |delivery |destination |virtual |to"
          + " )*(user|userid|recipient|mailbox|address|account|host|domain|addressee|local.part|person|alias)s?\\b(?!"
          + " (was |were )?(available|unavailable))",
      "user_?unknown|unknown .{0,20}in .{0,20}(recipient|mailbox|alias) table|recipnotfound",
      "no (such )?(mailbox|user|recipient|account|person|address|one)\\b.{0,30}(here|by that name)",
      "not a (known|valid) (user|mailbox|recipient|address)|not (our|a) customer",
      "(doesn.t|does not|don.t|do not) have an? .{0,80}account|does not like recipient",
      "recipient address(es)? rejected ?: access denied|recipient address"
          + " rejected\\W{0,3}(\\(in|$)",
      "(recipient|user) (is )?not (local|accepted|present)|bad-?rcptto|badrecipientto",
      "n.t in my (list|control)|not (known|an active address) at this|user .{0,30}not here",
      "no one at this address|user missing|archived recipient|mail ?box not (present|here)",
      "(has|have) (been )?moved|no longer (valid|exists?|on server|in use|active|available|works?)",
      "((mailbox|address|account|user|domain|host|e-?mail).{0,80}|\\bit )(does not|doesn.t|not)"
          + " exist",
      "host( or domain)?( name)?( \\S{1,100})? not found|nonexistent ?domain|nxdomain",
      "(couldn.t|could not|unable to|cannot) find (any|a|the) (host|mail exchanger|domain|user)",
      "(null|no) ?mx\\b|nullmx|no smtp service|name or service not known|address not found",
      "there is no .{0,30}(account|user|mailbox)|nobody (here )?(of|by|with) that name|unknown to",
      "(benutzer|empf[äa]nger|adresse|postfach|domain).{0,40}(unbekannt|existiert nicht|nicht"
          + " gefunden|nicht vorhanden)|unbekannter (empf|benutzer)",
      "(utilisateur|destinataire|adresse|compte|domaine).{0,60}(inconnu|invalide|n.existe pas)",
      "(usuario|direcci[oó]n|destinatario|cuenta|buz[oó]n).{0,60}"
          + "(desconocid|no existe|no encontrad|inexistente)",
      "(utente|indirizzo|casella|destinatario).{0,40}(sconosciut|inesistente|non esiste)",
      "(usu[áa]rio|endere[çc]o|destinat[áa]rio|conta).{0,60}(desconhecid|n[ãa]o"
          + " existe|inexistente)",
      "(gebruiker|adres|ontvanger).{0,40}(onbekend|bestaat niet)|onbekende (gebruiker|ontvanger)",
      "(użytkownik|adres|odbiorca|konto).{0,40}(nieznany|nie istnieje)|nieznany użytkownik",
      "(uživatel|adresa|schránka|příjemce).{0,40}(neexistuje|neznám)",
      "(пользовател|адрес|получател|ящик|домен).{0,40}(не существует|не найден|неизвест|неверн)",
      "(неверный|несуществующий|неизвестный) (адрес|получатель|пользователь)",
      "(користувач|адрес|скриньк).{0,40}(не існує|не знайден)|宛先不明|ユーザ.{0,6}不明",
      "(ユーザ|アドレス|メールボックス|宛先|アカウント).{0,16}(存在しません|見つかりません|存在しない|見つかりませんでした)",
      "(用户|用戶|邮箱|郵箱|收件人|地址|帐号|账号|信箱|域名).{0,8}(不存在|未找到|找不到)|(사용자|주소|메일함|계정).{0,10}(존재하지 않|찾을 수 없)"),

  /** The mail was refused for what it is, or for whom its network is taken. */
  REFUSED(
      "\\b(anti-?)?spam|\\bjunk\\b|unsolicited|\\bbulk\\b|\\bu[bc]e\\b|phish|virus|malware|infected",
      "\\bblock(ed|ing|s|list)?\\b|block.list|black.?list|denylist|\\b\\w*rbl\\b|dnsbl|spamhaus|spamcop",
      "barracuda|sorbs|proofpoint|cloudmark|\\blisted"
          + " (at|in|on|by)\\b|reputation|\\bpoor\\b|banned",
      "abus(e|ive)|complaint|suspicious|suspect|\\bpolic(y|ies)|\\baup\\b|prohibited|forbidden",
      "unauthori[sz]ed|notauthori[sz]ed|trusted|white.?list|challenge|preferences|only accept",
      "(content|attachment) ?rejected|bare (lf|cr)|rfc ?-?[2-9]\\d{2,3}|(non-?|not )complian",
      "(invalid|missing|bad|malformed|duplicate|multiple) .{0,20}header|hijack|dynamic (ip|host)",
      "too ?(large|big)|size (exceeds|limit)|exceeds? .{0,30}(size|maximum)|maximum .{0,20}size",
      "starttls|must use tls|encryption (is )?(needed|required)",
      "垃圾|反垃|拒收|迷惑メール|スパム|스팸|спам"),

  /** Says less of that, so that anything else that is said counts for more. */
  REJECTED(
      "(message|mail|e-?mail|content|attachment|header|body|url|link)s? (\\S{1,30} ){0,4}"
          + "(reject|refus|denied|disallow|filter|contain|discard|unacceptable)",
      "not (authori[sz]ed|permitted|allowed)|permission|restrict|refuses to receive",
      "not accept(ed|able)?\\b|\\bcontent\\b(?!-)|attachment|access denied"),

  /** Nobody is sure, or it may be otherwise tomorrow. */
  UNSURE(
      "temporar|(try|again|retry) later|(not found|error|failure), try"
          + " again|unverified|verification",
      "gr[ae]y.?list|(may|might) not (exist|be)|possibly|probably|maybe|or you may not",
      "möglicherweise|vermutlich|peut-être|quizás|posiblemente|pravděpodobně|ймовірно|возможно",
      "可能不|可能已|かもしれ|可能性があ"),

  /** The rate was too high, a host was away, the time was over. */
  PASSING(
      "\\brate\\b|throttl|too (many|much|fast|frequent)|limit|slow down|speed|busy|overload",
      "timed? ?out|timeout|retry|retries|expired|too long|connection|connect|unreachable|deferred",
      "could not deliver for|queue|hop count|\\bloop|lost|resources|malformed|server failure");

  private final Pattern pattern;

  FailureWords(String... alternatives) {
    pattern = Pattern.compile(String.join("|", alternatives));
  }

  /** Whether a text in lower case says any of it. */
  boolean areIn(String text) {
    return pattern.matcher(text).find();
  }
}
