/**
 * Words beside a publication date in languages without a pack of their own, folded, `|` between phrases. The date is
 * understood in these languages, so its role must be too.
 */
export const otherPublishedOn: string =
  'veroffentlicht|veroffentlicht am|erstellt am|erschienen am|publiziert am|datum|stand|pubblicato|pubblicato il|data|publicado em|publicada em|criado em|gepubliceerd|gepubliceerd op|geplaatst op|publicerad|publicerat|publisert|udgivet|offentliggjort|julkaistu|opublikowano|data publikacji|publikovano|vydano|objavljeno|publicat|publicat la|megjelent|опубликовано|опубліковано|публикувано|δημοσιευθηκε|yayinlanma|yayinlanma tarihi|giris tarihi|diterbitkan|dipublikasikan|publicat el|פורסם|منتشر شده|تاريخ انتشار|प्रकाशित|发布时间|发布于|公開日|掲載日|입력';
export const otherModifiedOn: string =
  'aktualisiert|aktualisiert am|zuletzt aktualisiert|geandert am|letzte anderung|letzte aktualisierung|aggiornato|aggiornato il|ultimo aggiornamento|atualizado|atualizado em|bijgewerkt|bijgewerkt op|laatst bijgewerkt|uppdaterad|senast uppdaterad|oppdatert|sist oppdatert|opdateret|paivitetty|muokattu|zaktualizowano|aktualizacja|aktualizovano|azurirano|actualizat|frissitve|обновлено|оновлено|ενημερωθηκε|guncelleme|guncelleme tarihi|son guncelleme|diperbarui|עודכן|अपडेट|更新日|更新時間|수정';
